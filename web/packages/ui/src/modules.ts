import type { RouteRecordRaw } from 'vue-router';

export interface MenuEntry {
  label: string;
  /** Path of one of the module's routes. */
  to: string;
  /** Roles that see the entry; empty means everybody who is signed in. */
  roles: readonly string[];
  /** Ascending; tens leave room. The first entry a role sees is its home. */
  order: number;
  /** Roles whose bar is too full for it: it stands under 更多 there. */
  moreFor?: readonly string[];
  /** Drawing in the tab bar of the candidate area. */
  icon?: 'calendar' | 'book' | 'pencil' | 'certificate';
}

/** What `modules/<name>/module.ts` exports by default. Pages are lazy: `component: () => import('./Page.vue')`. */
export interface AppModule {
  routes: RouteRecordRaw[];
  menu?: MenuEntry[];
  /** Portal only: pages inside the candidate area, with paths relative to `/me`. */
  candidateRoutes?: RouteRecordRaw[];
}

declare module 'vue-router' {
  interface RouteMeta {
    title?: string;
    /** Reachable without signing in. */
    open?: boolean;
    /** Roles allowed on the page; the server decides, this only spares a refused request. */
    roles?: readonly string[];
    /** Portal, candidate area: the page uses the whole width instead of the reading column. */
    wide?: boolean;
  }
}

export interface ModuleSet {
  routes: RouteRecordRaw[];
  candidateRoutes: RouteRecordRaw[];
  menuFor(roles: readonly string[]): (MenuEntry & { more: boolean })[];
}

/** `collectModules(import.meta.glob('./modules/<name>/module.ts', { eager: true, import: 'default' }))` */
export function collectModules(found: Record<string, AppModule>): ModuleSet {
  const modules = Object.values(found);
  const menu = modules.flatMap((module) => module.menu ?? []).sort((a, b) => a.order - b.order);
  return {
    routes: modules.flatMap((module) => module.routes),
    candidateRoutes: modules.flatMap((module) => module.candidateRoutes ?? []),
    menuFor: (roles) =>
      menu
        .filter((entry) => entry.roles.length === 0 || entry.roles.some((r) => roles.includes(r)))
        .map((entry) => ({ ...entry, more: roles.some((r) => entry.moreFor?.includes(r)) })),
  };
}
