import type { AppModule } from '@tanshi/ui';

const account: AppModule = {
  routes: [
    { path: '/login', component: () => import('./LoginPage.vue'), meta: { title: 'login.title' } },
    {
      path: '/activate',
      component: () => import('./ActivatePage.vue'),
      meta: { title: 'activate.title' },
    },
  ],
};
export default account;
