/** Stands where an answer is missing. Delete this file when nothing imports it any more. */
export function unanswered(question: string): never {
  throw new Error(`no answer yet: ${question}`);
}
