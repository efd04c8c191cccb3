import type { AppModule } from '@tanshi/ui';

const roles = ['INVIGILATOR', 'ADMINISTRATOR'] as const;

/** The exam hour from the invigilator's side. */
const delivery: AppModule = {
  routes: [
    {
      path: '/invigilation',
      children: [
        {
          path: '',
          component: () => import('./InvigilationPage.vue'),
          meta: { title: '监考', roles: ['INVIGILATOR'] },
        },
        {
          path: ':id',
          component: () => import('./BoardPage.vue'),
          props: true,
          meta: { title: '监考面板', roles },
        },
        {
          path: ':id/emergency',
          component: () => import('./EmergencyPage.vue'),
          props: true,
          meta: { title: '应急答卷', roles },
        },
      ],
    },
  ],
  menu: [{ label: '监考', to: '/invigilation', roles: ['INVIGILATOR'], order: 50 }],
};
export default delivery;
