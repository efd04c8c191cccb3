import type { AppModule } from '@tanshi/ui';

const roles = ['ADMINISTRATOR'] as const;
const invigilators = ['INVIGILATOR'] as const;

/** Forms, rooms and the opening of a sitting; the rooms on duty for invigilators. */
const exam: AppModule = {
  routes: [
    {
      path: '/exam/forms',
      component: () => import('./FormsPage.vue'),
      meta: { title: '组卷与封存', roles },
    },
    {
      path: '/exam/forms/:id',
      component: () => import('./PreviewPage.vue'),
      props: true,
      meta: { title: '预览试卷', roles },
    },
    {
      path: '/exam/rooms',
      component: () => import('./RoomsPage.vue'),
      meta: { title: '考场编排', roles },
    },
    {
      path: '/exam/sites',
      component: () => import('./SitesPage.vue'),
      meta: { title: '考点', roles },
    },
    {
      path: '/exam/opening',
      component: () => import('./OpeningPage.vue'),
      meta: { title: '开考', roles },
    },
    {
      path: '/exam/machines',
      component: () => import('./MachinesPage.vue'),
      meta: { title: '锁定与试机', roles: [...roles, ...invigilators] },
    },
    {
      path: '/duty',
      component: () => import('./DutyPage.vue'),
      meta: { title: '考前就绪', roles: invigilators },
    },
  ],
  menu: [
    { label: '组卷与封存', to: '/exam/forms', roles, order: 40 },
    { label: '考场编排', to: '/exam/rooms', roles, order: 42 },
    { label: '锁定与试机', to: '/exam/machines', roles: [...roles, ...invigilators], order: 43 },
    { label: '开考', to: '/exam/opening', roles, order: 44 },
    { label: '考前就绪', to: '/duty', roles: invigilators, order: 10 },
  ],
};
export default exam;
