import type { AppModule } from '@tanshi/ui';

const certificate: AppModule = {
  routes: [],
  candidateRoutes: [
    {
      path: 'certificates',
      component: () => import('./CertificatesPage.vue'),
      meta: { title: '成绩证书' },
    },
  ],
  menu: [
    {
      label: '成绩证书',
      to: '/me/certificates',
      roles: ['CANDIDATE'],
      order: 40,
      icon: 'certificate',
    },
  ],
};
export default certificate;
