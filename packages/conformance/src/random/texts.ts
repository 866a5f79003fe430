import * as fc from 'fast-check';
import { hostileTexts, longTexts } from '../hostile.js';

const signs = ['"', '\\', '?', '(', ']', '[', '#', ' ', "'", '<', '&', '$', 'a', '漢'];

/** Texts that a policy may hold and a device may stumble over: those of the kit, and some that are put together anew. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('Sign-in', ...hostileTexts.map(({ text }) => text), ...longTexts.map(({ text }) => text)),
  fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom(...signs) }).map((text) => `x${text}`),
);
