import type { Person } from './people.ts';
import { type Product, publicUrl } from './product.ts';

/** Brings a file through the door that browsers use; answers its id, or the refusal's code. */
export async function upload(
  product: Product,
  who: Person,
  purpose: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> | string; media?: string },
): Promise<{ fileId: string; code?: undefined } | { fileId?: undefined; code: string }> {
  const form = new FormData();
  form.set('file', new File([file.bytes], file.name, { type: file.media ?? 'application/octet-stream' }));
  const response = await product.app.fetch(
    new Request(`${publicUrl}/api/uploads/${purpose}`, {
      method: 'POST',
      headers: { ...who.headers, origin: publicUrl },
      body: form,
    }),
  );
  return (await response.json()) as { fileId: string } | { code: string };
}

/** The id of a file that must come in. */
export async function uploaded(...args: Parameters<typeof upload>): Promise<string> {
  const answer = await upload(...args);
  if (answer.fileId === undefined) throw new Error(`the file was refused: ${answer.code}`);
  return answer.fileId;
}
