// Prints the bill of materials of all that is published.
import { billOfMaterials } from './sbom.js';

process.stdout.write(billOfMaterials());
