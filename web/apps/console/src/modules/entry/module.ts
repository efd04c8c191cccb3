import type { AppModule } from '@tanshi/ui';

/** Pages before there is an account to sign in with. */
const entry: AppModule = {
  routes: [
    {
      path: '/setup',
      component: () => import('./SetupPage.vue'),
      meta: { title: '首次设置', open: true },
    },
    {
      path: '/activate',
      component: () => import('./ActivatePage.vue'),
      meta: { title: '激活账号', open: true },
    },
  ],
};
export default entry;
