import { printable } from '../output/printable.js';

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EISDIR: 'found a directory',
  EEXIST: 'exists already',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  ENAMETOOLONG: 'the name is too long',
  ENOENT: 'no such file',
  ENOSPC: 'no space left on the device',
  ENOTDIR: 'a part of the path is no directory',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
};

/** Why the operating system refuses, in words. What is not an error of the file system is thrown on. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_INVALID_ARG_VALUE') return 'the name holds a null character';
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) throw error;
  return reasons[code] ?? printable(message);
}
