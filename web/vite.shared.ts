import { fileURLToPath } from 'node:url';
import vue from '@vitejs/plugin-vue';
import type { UserConfig } from 'vite';

/** The one place where the three applications share their build settings. */
export function appConfig(name: 'portal' | 'console' | 'exam', base: string): UserConfig {
  return {
    base,
    plugins: [vue()],
    build: {
      target: 'es2022',
      outDir: fileURLToPath(new URL(`./dist/${name}`, import.meta.url)),
      emptyOutDir: true,
      manifest: true,
      reportCompressedSize: false,
    },
    server: {
      proxy: {
        '/api': 'http://localhost:8080',
        '/verify': 'http://localhost:8080',
      },
    },
  };
}
