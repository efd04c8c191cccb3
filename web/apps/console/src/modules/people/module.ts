import type { AppModule } from '@tanshi/ui';

const roles = ['ADMINISTRATOR'];

/** The register of persons. */
const people: AppModule = {
  routes: [
    {
      path: '/people',
      component: () => import('./PeoplePage.vue'),
      meta: { title: '人员', roles },
    },
    {
      path: '/people/duplicates',
      component: () => import('./DuplicatesPage.vue'),
      meta: { title: '疑似重复', roles },
    },
    {
      path: '/people/merge/:from/:into',
      component: () => import('./MergePage.vue'),
      props: true,
      meta: { title: '合并人员', roles },
    },
    {
      path: '/people/:id',
      component: () => import('./PersonPage.vue'),
      props: true,
      meta: { title: '人员资料', roles },
    },
  ],
  menu: [{ label: '人员', to: '/people', roles, moreFor: roles, order: 70 }],
};
export default people;
