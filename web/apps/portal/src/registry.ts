import { collectModules, type AppModule } from '@tanshi/ui';

/** Every `modules/<name>/module.ts` with a default export of type AppModule belongs to the portal. */
export const registry = collectModules(
  import.meta.glob<AppModule>('./modules/*/module.ts', { eager: true, import: 'default' }),
);
