/** Photos of a phone have 10 megabytes and more; 2400 pixels are enough to read any paper. */
const LONGEST = 2400;
const LARGE = 1_500_000;
const QUALITY = 0.88;

/** The size that a picture is drawn at, never larger than it is. */
export function scaled(width: number, height: number, longest = LONGEST) {
  const factor = Math.min(1, longest / Math.max(width, height));
  return { width: Math.round(width * factor), height: Math.round(height * factor) };
}

/**
 * The picture as it is sent: upright, and smaller when it is huge. What is no picture, or is small already, goes as it
 * is; the server checks all of it again.
 */
export async function forSending(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size <= LARGE) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const size = scaled(picture.width, picture.height);
    const canvas = Object.assign(document.createElement('canvas'), size);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, size.width, size.height);
    picture.close();
    const smaller = await new Promise<Blob | null>((done) =>
      canvas.toBlob(done, 'image/jpeg', QUALITY),
    );
    return smaller && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}
