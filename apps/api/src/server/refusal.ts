/** The program cannot start, or go on, for a reason its operator can act on: `message` is a French sentence. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal';
}
