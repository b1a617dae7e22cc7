/** Signals by their names, without SIG, as Linux numbers them on most machines. */
const numbers: Readonly<Record<string, number>> = {
  HUP: 1,
  INT: 2,
  QUIT: 3,
  ILL: 4,
  TRAP: 5,
  ABRT: 6,
  IOT: 6,
  BUS: 7,
  FPE: 8,
  KILL: 9,
  USR1: 10,
  SEGV: 11,
  USR2: 12,
  PIPE: 13,
  ALRM: 14,
  TERM: 15,
  STKFLT: 16,
  CHLD: 17,
  CLD: 17,
  CONT: 18,
  STOP: 19,
  TSTP: 20,
  TTIN: 21,
  TTOU: 22,
  URG: 23,
  XCPU: 24,
  XFSZ: 25,
  VTALRM: 26,
  PROF: 27,
  WINCH: 28,
  IO: 29,
  POLL: 29,
  PWR: 30,
  SYS: 31,
  RTMIN: 34,
  RTMAX: 64,
}; // prettier-ignore

/** The number of `TERM`, `SIGTERM` or `15`; undefined where there is none of that name. */
export function signalNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) === 0 ? undefined : Number(text);
  const name = text.toUpperCase().replace(/^SIG/, "");
  const [, base, sign, offset] = /^(RTM(?:IN|AX))([+-])(\d+)$/.exec(name) ?? [];
  const start = numbers[base ?? name];
  if (start === undefined) return undefined;
  return offset === undefined ? start : start + Number(offset) * (sign === "+" ? 1 : -1);
}

/** Those that end a process which does nothing about them: not those that stop it, wake it or tell it something. */
export function endsProcess(number: number): boolean {
  return ![17, 18, 19, 20, 21, 22, 23, 28].includes(number);
}
