// Makes the package of a new vendor: `npm run new-vendor acme`.
import { generate } from './generators/generate.js';

const [id = '', ...rest] = process.argv.slice(2);
if (id === '' || rest.length > 0) {
  console.error('usage: npm run new-vendor <name>');
  process.exitCode = 2;
} else {
  try {
    const folder = await generate(id);
    console.log(`${folder} is made. What it has to answer:

  npm install                    # links the package
  npx vitest run ${folder}

docs/new-vendor.md tells how its suite gets green.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
