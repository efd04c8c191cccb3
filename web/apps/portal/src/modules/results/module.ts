import type { AppModule } from '@tanshi/ui';

const results: AppModule = {
  routes: [],
  candidateRoutes: [
    {
      path: 'results',
      component: () => import('./ResultsPage.vue'),
      meta: { title: '成绩证书', roles: ['CANDIDATE'] },
    },
  ],
  menu: [
    {
      label: '成绩证书',
      to: '/me/results',
      roles: ['CANDIDATE'],
      order: 40,
      icon: 'certificate',
    },
  ],
};
export default results;
