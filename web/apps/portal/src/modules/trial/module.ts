import type { AppModule } from '@tanshi/ui';

const trial: AppModule = {
  routes: [],
  candidateRoutes: [
    {
      path: 'trial',
      component: () => import('./TrialPage.vue'),
      meta: { title: '下载与试机' },
    },
  ],
};
export default trial;
