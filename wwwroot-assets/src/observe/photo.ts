/** Longest side of what is sent, in pixels: enough to read a sign, and small enough for a weak line. */
const longest = 1600;
const quality = .8;

/** The picture drawn anew, so that only the picture is left of the file; nothing where it is none. */
export async function redraw(file: Blob): Promise<string | undefined> {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
    canvas.getContext("2d")!.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", quality);
  } catch { return undefined; }
}

/** The bytes of a picture that was kept as text. */
export function bytesOf(dataUrl: string): Uint8Array<ArrayBuffer> {
  const text = atob(dataUrl.slice(dataUrl.indexOf(",") + 1));
  return Uint8Array.from(text, c => c.charCodeAt(0));
}
