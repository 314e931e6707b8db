// Room: domain. What the system's error codes mean to a person.

/** A system error in words: `reason` completes "…: the disk is full", `advice` is a whole sentence. */
export interface SystemFault {
  /** `ENOSPC`, or empty when the error bears no code. */
  readonly code: string;
  readonly reason: string;
  readonly advice: string;
}

const meanings: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  ENOSPC: ["the disk is full", "Free some space, then try again."],
  EDQUOT: ["your disk quota is used up", "Free some space, then try again."],
  EROFS: ["that disk can only be read", "Choose a folder on a disk that can be written."],
  EACCES: ["you may not use that file or folder", "Change its permissions, or choose another folder."],
  EPERM: ["the system does not allow it", "Change the permissions of the file or folder, or choose another."],
  EIO: ["the disk reported a fault", "Copy what you have to another disk, and have this one checked."],
  ELOOP: ["it is a symbolic link", "Put a regular file in its place."],
  ENOTDIR: ["a file stands where a folder is needed", "Move that file away, or choose another folder."],
  EISDIR: ["a folder stands where a file is needed", "Choose another name."],
  ENOENT: ["there is no such file or folder", "Check the name, or make the folder first."],
  EEXIST: ["it exists already", "Choose another name."],
  EMFILE: ["too many files are open", "Close other programs, then try again."],
  ENFILE: ["too many files are open", "Close other programs, then try again."],
  EINTR: ["the system interrupted it", "Try again."],
  ENAMETOOLONG: ["the name is too long", "Choose a shorter name."],
};

/** The code of a system error (`ENOENT`); empty for anything else. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error) || !("code" in error)) return "";
  return typeof error.code === "string" ? error.code : "";
}

/** Puts a system error into words; one that is not known keeps the system's own. */
export function tellSystemFault(error: unknown): SystemFault {
  const code = systemCode(error);
  const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  if (meaning) return { code, reason: `${meaning[0]} (${code})`, advice: meaning[1] };
  return { code, reason: error instanceof Error ? error.message : String(error), advice: "Check the file and its folder, then try again." };
}
