import type { AppModule } from '@tanshi/ui';

const results: AppModule = {
  routes: [],
  candidateRoutes: [
    {
      path: 'results',
      component: () => import('./ResultsPage.vue'),
      meta: { title: '成绩', roles: ['CANDIDATE'] },
    },
  ],
  menu: [
    {
      label: '成绩',
      to: '/me/results',
      roles: ['CANDIDATE'],
      order: 38,
      icon: 'certificate',
    },
  ],
};
export default results;
