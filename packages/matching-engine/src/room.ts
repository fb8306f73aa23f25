/** Room for a few more than `count`: people who come before the next rebuild. */
export function withRoom(count: number): number {
  return count + Math.ceil(count / 50) + 64;
}
