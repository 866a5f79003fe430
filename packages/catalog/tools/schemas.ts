import * as z from 'zod';
import { editionSchema, profileSchema } from '../src/schema.js';

const base = 'https://unpkg.com/@azureml-firewall/catalog';

/** JSON Schemas of what people write and of what is shipped, for editors and for readers in other languages. */
export function schemaFiles(): readonly (readonly [name: string, text: string])[] {
  const schemas = { profile: profileSchema, edition: editionSchema };
  return Object.entries(schemas).map(([name, schema]) => {
    const file = `${name}.schema.json`;
    const json = { $id: `${base}/${file}`, ...z.toJSONSchema(schema, { io: 'input' }) };
    return [file, `${JSON.stringify(json, undefined, 2)}\n`] as const;
  });
}
