import { createRouter, createWebHistory } from 'vue-router';
import { onSessionLost, useSession } from '@tanshi/ui';
import { registry } from './registry';

export const router = createRouter({
  history: createWebHistory('/'),
  routes: [
    ...registry.routes,
    {
      path: '/me',
      component: () => import('./candidate/CandidateLayout.vue'),
      meta: { roles: ['CANDIDATE'] },
      children: registry.candidateRoutes,
    },
    {
      path: '/:path(.*)*',
      component: () => import('./pages/NotFoundPage.vue'),
      meta: { open: true },
    },
  ],
  scrollBehavior(to, _from, saved) {
    if (saved) return saved;
    return to.hash ? { el: to.hash, top: 16 } : { top: 0 };
  },
});

const account = useSession();

/** Pages of the candidate area need a session; everything else on the portal is public. */
router.beforeEach(async (to) => {
  if (to.path === '/login') {
    const known = await account.ensure();
    return known?.signedIn && known.roles.includes('CANDIDATE') ? '/me' : true;
  }
  if (!to.path.startsWith('/me')) return true;
  const session = await account.ensure();
  if (session && !session.signedIn) return { path: '/login', query: { next: to.fullPath } };
  return true;
});

onSessionLost(() => {
  const here = router.currentRoute.value;
  if (here.path.startsWith('/me'))
    void router.push({ path: '/login', query: { next: here.fullPath } });
});
