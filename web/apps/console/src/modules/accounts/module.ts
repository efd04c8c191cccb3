import type { AppModule } from '@tanshi/ui';

const roles = ['ADMINISTRATOR'];
const managers = ['INSTITUTION_MANAGER'];
const accounts: AppModule = {
  routes: [
    {
      path: '/accounts',
      component: () => import('./AccountsPage.vue'),
      meta: { title: '工作人员账号', roles },
    },
    {
      path: '/accounts/invite',
      component: () => import('./InvitePage.vue'),
      meta: { title: '邀请工作人员', roles },
    },
    {
      path: '/accounts/institutions',
      component: () => import('./InstitutionsPage.vue'),
      meta: { title: '培训机构', roles },
    },
    {
      path: '/accounts/institutions/:id',
      component: () => import('./InstitutionPage.vue'),
      props: true,
      meta: { title: '培训机构', roles },
    },
    {
      path: '/staff',
      component: () => import('./OwnStaffPage.vue'),
      meta: { title: '本机构人员', roles: managers },
    },
  ],
  menu: [
    { label: '账号与机构', to: '/accounts', roles, order: 80 },
    { label: '本机构人员', to: '/staff', roles: managers, order: 80 },
  ],
};
export default accounts;
