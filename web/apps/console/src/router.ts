import { createRouter, createWebHistory, type RouteLocationRaw } from 'vue-router';
import { onSessionLost, useSession } from '@tanshi/ui';
import { registry } from './registry';

export const router = createRouter({
  history: createWebHistory('/console/'),
  routes: [
    {
      path: '/login',
      component: () => import('./pages/LoginPage.vue'),
      meta: { open: true, title: '登录' },
    },
    { path: '/', component: () => import('./pages/HomePage.vue') },
    ...registry.routes,
    {
      path: '/:path(.*)*',
      component: () => import('./pages/NotFoundPage.vue'),
      meta: { open: true, title: '没有这个页面' },
    },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
});

const account = useSession();

function loginRoute(from: string): RouteLocationRaw {
  return { path: '/login', query: from === '/' ? {} : { next: from } };
}

router.beforeEach(async (to) => {
  if (to.meta.open && to.path !== '/login') return true;
  const session = await account.ensure();
  if (to.path === '/login') return session?.signedIn ? '/' : true;
  if (!session) return true; // The server is out of reach: the frame says so and offers a retry.
  if (!session.signedIn) return loginRoute(to.fullPath);
  if (to.path === '/') {
    const first = registry.menuFor(session.roles)[0];
    if (first) return { path: first.to, replace: true };
  }
  return true;
});

router.afterEach((to) => {
  document.title = to.meta.title ? `${to.meta.title} - 碳师` : '碳师 工作台';
});

onSessionLost(() => {
  const here = router.currentRoute.value;
  if (!here.meta.open) void router.push(loginRoute(here.fullPath));
});
