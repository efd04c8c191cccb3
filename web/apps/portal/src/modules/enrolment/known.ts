import { computed, ref, shallowRef } from 'vue';
import { api, ProblemError, type Schemas } from '@tanshi/api-client';
import { useSession } from '@tanshi/ui';
import type { Known, Ticket } from './next-step';

type Sitting = Schemas['SittingView'];
type Study = Schemas['StudyOverview'];
type Certificate = Schemas['MyCertificate'];
interface Result {
  sittingCode: string;
  released?: { passed: boolean; total: number };
}
interface Admission {
  stage: 'NOT_YET' | 'WAITING' | 'ADMITTED';
  ticket?: Ticket;
}

/** Rooms above registration answer when they have something; 404 means not yet, a failure is told apart. */
async function optional<T>(path: string): Promise<T | null> {
  const response = await fetch(path, { headers: { Accept: 'application/json' } });
  if (response.status === 404 || response.status === 204) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

/** Kept between visits to the page: when the network fails, the last known stand stays readable. */
const applications = shallowRef<Schemas['OwnApplication'][] | null>(null);
const sittings = shallowRef<Sitting[]>([]);
const study = shallowRef<Study | null>(null);
const admission = shallowRef<Admission | null>(null);
const certificates = shallowRef<Certificate[]>([]);
const results = shallowRef<Result[]>([]);
const problem = shallowRef<ProblemError | null>(null);
const failed = ref<string[]>([]);
const loadedAt = ref<string | null>(null);
/** Whose stand it is; somebody else at the same computer starts empty. */
let owner: string | null | undefined;

function forget() {
  applications.value = null;
  sittings.value = [];
  study.value = null;
  admission.value = null;
  certificates.value = [];
  results.value = [];
  loadedAt.value = null;
}

/** Everything the home page shows, from several answers; each may be missing without the others. */
export function useKnown() {
  const { session } = useSession();
  if (owner !== session.value?.name) {
    owner = session.value?.name;
    forget();
  }

  async function part<T>(name: string, path: string, take: (value: T | null) => void) {
    try {
      take(await optional<T>(path));
      failed.value = failed.value.filter((other) => other !== name);
    } catch {
      if (!failed.value.includes(name)) failed.value = [...failed.value, name];
    }
  }

  async function load() {
    try {
      const [own, all] = await Promise.all([
        api.GET('/api/candidate/applications'),
        api.GET('/api/sittings'),
      ]);
      applications.value = own.data ?? [];
      sittings.value = all.data ?? [];
      problem.value = null;
      loadedAt.value = new Date().toISOString();
    } catch (error) {
      problem.value = ProblemError.from(error);
      return;
    }
    await Promise.all([
      part<Study>('课时', '/api/candidate/study', (value) => (study.value = value)),
      part<Admission>('考试', '/api/candidate/admission', (value) => (admission.value = value)),
      part<Certificate[]>(
        '证书',
        '/api/candidate/certificates',
        (value) => (certificates.value = value ?? []),
      ),
      part<Result[]>('成绩', '/api/candidate/results', (value) => (results.value = value ?? [])),
    ]);
  }

  const application = computed(() => applications.value?.[0] ?? null);
  const sitting = computed(() =>
    sittings.value.find((entry) => entry.id === application.value?.sittingId),
  );
  const known = computed<Known>(() => {
    const own = application.value;
    const certificate = certificates.value.find(
      (entry) => entry.sitting === own?.sittingCode || entry.sitting === own?.sittingName,
    );
    const result = results.value.find((entry) => entry.sittingCode === own?.sittingCode)?.released;
    return {
      application: own,
      study: study.value,
      admission: admission.value,
      resultsBy: sitting.value?.milestones.find((m) => m.key === 'RESULTS')?.date ?? null,
      result: result ? { passed: result.passed, total: String(result.total) } : null,
      certificate: certificate
        ? {
            status: certificate.status,
            proofCheckedAt: certificate.proofCheckedAt,
            issueBy: certificate.issueBy.date,
          }
        : null,
      now: session.value?.now ?? '',
    };
  });
  return {
    applications,
    application,
    sitting,
    study,
    admission,
    known,
    problem,
    failed,
    loadedAt,
    load,
  };
}
