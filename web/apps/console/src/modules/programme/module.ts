import type { AppModule } from '@tanshi/ui';

const roles = ['ADMINISTRATOR'] as const;

/** Programme, sittings and working days: the administrator's ground. */
const programme: AppModule = {
  routes: [
    {
      path: '/sittings',
      children: [
        {
          path: '',
          component: () => import('./SittingsPage.vue'),
          meta: { title: '考期', roles },
        },
        {
          path: ':id',
          component: () => import('./SittingPage.vue'),
          props: true,
          meta: { title: '考期设置', roles },
        },
      ],
    },
    {
      path: '/programme',
      component: () => import('./ProgrammePage.vue'),
      meta: { title: '项目与大纲', roles },
    },
    {
      path: '/calendar',
      component: () => import('./CalendarPage.vue'),
      meta: { title: '工作日历', roles },
    },
  ],
  menu: [
    { label: '考期', to: '/sittings', roles, order: 20 },
    { label: '项目与大纲', to: '/programme', roles, moreFor: roles, order: 32 },
    { label: '工作日历', to: '/calendar', roles, moreFor: roles, order: 34 },
  ],
};
export default programme;
