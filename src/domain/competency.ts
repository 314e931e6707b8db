// Room: domain. What a question tests.

export interface Competency {
  readonly id: string;
  readonly name: string;
  readonly about: string;
}
