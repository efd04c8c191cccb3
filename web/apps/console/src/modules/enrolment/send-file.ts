import { csrfHeaders, networkProblem, readProblem } from '@tanshi/api-client';

interface Sending {
  method: 'POST' | 'PUT';
  path: string;
  file: File;
  /** Share of the bytes that the server has, 0…1. */
  onProgress?: (share: number) => void;
}

/** Sends a file as the raw body, with progress that fetch cannot tell. Failures are ProblemErrors. */
export function sendFile<T>({ method, path, file, onProgress }: Sending): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name));
    for (const [name, value] of Object.entries(csrfHeaders())) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(networkProblem());
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as T);
        return;
      }
      const response = new Response(request.responseText, {
        status: request.status,
        headers: { 'Content-Type': 'application/problem+json' },
      });
      void readProblem(response).then(reject);
    };
    request.send(file);
  });
}
