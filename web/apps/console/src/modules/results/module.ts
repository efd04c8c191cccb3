import type { AppModule } from '@tanshi/ui';

const results: AppModule = {
  routes: [
    {
      path: '/results',
      component: () => import('./ResultsPage.vue'),
      meta: { title: '成绩', roles: ['ADMINISTRATOR'] },
    },
  ],
  menu: [{ label: '成绩', to: '/results', roles: ['ADMINISTRATOR'], order: 60 }],
};
export default results;
