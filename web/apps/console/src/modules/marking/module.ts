import type { AppModule } from '@tanshi/ui';

const marking: AppModule = {
  routes: [
    {
      path: '/marking',
      component: () => import('./MarkingPage.vue'),
      meta: { title: '评卷', roles: ['MARKER'] },
    },
    {
      path: '/marking/lead',
      component: () => import('./LeaderPage.vue'),
      meta: { title: '组长台', roles: ['MARKING_LEADER'] },
    },
  ],
  menu: [
    { label: '组长台', to: '/marking/lead', roles: ['MARKING_LEADER'], order: 10 },
    { label: '评卷', to: '/marking', roles: ['MARKER'], order: 11 },
  ],
};
export default marking;
