package io.tanshi.delivery.runner;

import io.tanshi.delivery.AttemptId;
import io.tanshi.delivery.Rescoring;
import io.tanshi.exam.Admission;
import io.tanshi.exam.AdmissionId;
import io.tanshi.exam.AdmissionState;
import io.tanshi.exam.Admissions;
import io.tanshi.exam.CandidateCard;
import io.tanshi.exam.EntryDecision;
import io.tanshi.exam.EntryRefusal;
import io.tanshi.exam.ExamEntry;
import io.tanshi.exam.ExamRules;
import io.tanshi.exam.Form;
import io.tanshi.exam.FormId;
import io.tanshi.exam.FormSection;
import io.tanshi.exam.FormStatus;
import io.tanshi.exam.Forms;
import io.tanshi.exam.LockdownLevel;
import io.tanshi.exam.Lockdowns;
import io.tanshi.exam.Qualifications;
import io.tanshi.exam.Qualified;
import io.tanshi.exam.RoomId;
import io.tanshi.exam.RunState;
import io.tanshi.exam.SittingRun;
import io.tanshi.exam.SittingRuns;
import io.tanshi.exam.Variant;
import io.tanshi.identity.session.AccountId;
import io.tanshi.identity.session.CurrentAccount;
import io.tanshi.identity.session.PersonId;
import io.tanshi.identity.session.Role;
import io.tanshi.itembank.CandidateItem;
import io.tanshi.itembank.ItemType;
import io.tanshi.itembank.ItemVersionId;
import io.tanshi.itembank.Items;
import io.tanshi.itembank.PoolEntry;
import io.tanshi.kernel.Score;
import io.tanshi.platform.Ticker;
import io.tanshi.programme.Level;
import io.tanshi.programme.SittingId;
import io.tanshi.programme.Sittings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Everything around an exam hour that other modules give: a sitting whose bell rings at 09:00, one sealed paper of four
 * items, any number of seated candidates, and a clock that the test moves.
 */
@TestConfiguration(proxyBeanMethods = false)
class ExamHour {

    static final Instant BELL = Instant.parse("2026-12-26T01:00:00Z");
    static final ExamRules RULES = new ExamRules(120, 30, 30, 3, 3);
    static final SittingId SITTING = new SittingId(uuid("sitting"));
    static final ItemVersionId SINGLE_A = new ItemVersionId(uuid("single_a"));
    static final ItemVersionId SINGLE_B = new ItemVersionId(uuid("single_b"));
    static final ItemVersionId MULTIPLE = new ItemVersionId(uuid("multiple"));
    static final ItemVersionId TEXT = new ItemVersionId(uuid("text"));
    static final String ROOM_CODE = "QK7R";
    static final PersonId STUDIES_STILL = PersonId.next();
    static final CurrentAccount INVIGILATOR =
            new CurrentAccount(AccountId.next(), "监考员", Set.of(Role.INVIGILATOR), null, null);

    /** Who calls the handlers that ask for an account; a test that changes it puts it back. */
    static volatile CurrentAccount signedIn = INVIGILATOR;

    private static final Form FORM = new Form(
            new FormId(uuid("form")),
            SITTING,
            Level.SENIOR,
            Variant.MAIN,
            FormStatus.SEALED,
            List.of(
                    new FormSection(ItemType.SINGLE_CHOICE, "单选题", Score.of(1), List.of(SINGLE_A, SINGLE_B)),
                    new FormSection(ItemType.MULTIPLE_CHOICE, "多选题", Score.of(2), List.of(MULTIPLE)),
                    new FormSection(ItemType.EXTENDED_TEXT, "简答题", Score.of(10), List.of(TEXT))));

    /** A clock that stands where the test puts it. */
    static final class Hand implements InstantSource {
        private volatile Instant now = BELL;

        @Override
        public Instant instant() {
            return now;
        }

        void at(Duration afterBell) {
            now = BELL.plus(afterBell);
        }
    }

    /** Time that passes as it does, and by leaps of the test. */
    static final class Leaps implements Ticker {
        private final AtomicLong leapt = new AtomicLong();

        @Override
        public long nanos() {
            return System.nanoTime() + leapt.get();
        }

        void pass(Duration duration) {
            leapt.addAndGet(duration.toNanos());
        }
    }

    @Bean
    @Primary
    Leaps leaps() {
        return new Leaps();
    }

    @Bean
    Hand hand() {
        return new Hand();
    }

    @Bean
    @Primary
    Clock movableClock(Hand hand) {
        return hand.withZone(ZoneId.of("Asia/Shanghai"));
    }

    @Bean
    Seats seats() {
        return new Seats();
    }

    /** Whoever asks with a new ticket number has just been seated. */
    static final class Seats implements ExamEntry, Admissions {

        private final Map<String, Admission> byTicket = new ConcurrentHashMap<>();

        @Override
        public EntryDecision admit(String ticketNumber, String documentNumber, String roomCode, String address) {
            if (!roomCode.equals(ROOM_CODE)) {
                return new EntryDecision.Refused(EntryRefusal.NO_MATCH, "准考证号、证件号与考场代码不相符。");
            }
            Admission admission = byTicket.computeIfAbsent(ticketNumber, this::seat);
            return new EntryDecision.Admitted(admission, card());
        }

        private Admission seat(String ticketNumber) {
            return new Admission(
                    AdmissionId.next(),
                    PersonId.next(),
                    SITTING,
                    Level.SENIOR,
                    ticketNumber,
                    "杭州考点",
                    "第 2 机房",
                    RoomId.next(),
                    byTicket.size() + 1,
                    AdmissionState.ENTERED);
        }

        private static CandidateCard card() {
            return new CandidateCard("陆知秋", "3301**********0021", null);
        }

        @Override
        public Admission get(AdmissionId id) {
            return byTicket.values().stream()
                    .filter(a -> a.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public List<Admission> of(PersonId person) {
            return byTicket.values().stream()
                    .filter(a -> a.personId().equals(person))
                    .toList();
        }

        @Override
        public Optional<Admission> find(PersonId person, SittingId sitting) {
            return of(person).stream().findFirst();
        }

        @Override
        public List<Admission> ofSitting(SittingId sitting) {
            return List.copyOf(byTicket.values());
        }

        @Override
        public Map<AdmissionId, CandidateCard> cards(SittingId sitting) {
            return Map.of();
        }
    }

    @Bean
    Forms forms() {
        return new Forms() {
            @Override
            public Form get(FormId id) {
                return FORM;
            }

            @Override
            public Optional<Form> sealed(SittingId sitting, Level level) {
                return level == Level.SENIOR ? Optional.of(FORM) : Optional.empty();
            }
        };
    }

    /** How strictly the sitting is locked; a test that changes it puts it back. */
    static final class Lockdown implements Lockdowns {
        private volatile LockdownLevel level = LockdownLevel.PLAIN;

        @Override
        public LockdownLevel of(SittingId sitting) {
            return level;
        }

        void set(LockdownLevel next) {
            level = next;
        }
    }

    @Bean
    Lockdown lockdowns() {
        return new Lockdown();
    }

    /** Everybody else has studied enough. */
    @Bean
    Qualifications qualifications() {
        return person -> Optional.of(person)
                .filter(p -> !p.equals(STUDIES_STILL))
                .map(_ -> new Qualified(person, SITTING, Level.SENIOR, BELL.minus(Duration.ofDays(7))));
    }

    /** Who may call which handler is HandlerAccessTests' matter. */
    @Bean
    WebMvcConfigurer whoeverIsSignedIn() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType() == CurrentAccount.class;
                    }

                    @Override
                    public Object resolveArgument(
                            MethodParameter parameter,
                            @Nullable ModelAndViewContainer container,
                            NativeWebRequest request,
                            @Nullable WebDataBinderFactory binderFactory) {
                        return signedIn;
                    }
                });
            }
        };
    }

    /** Scores nothing; a test may have people at work on every paper. */
    static final class Marking implements Rescoring {
        volatile boolean begun;
        final AtomicInteger rescored = new AtomicInteger();

        @Override
        public boolean rescore(AttemptId attempt) {
            if (begun) {
                return false;
            }
            rescored.incrementAndGet();
            return true;
        }
    }

    @Bean
    Marking marking() {
        return new Marking();
    }

    @Bean
    SittingRuns runs() {
        return sitting -> new SittingRun(sitting, RunState.OPEN, BELL, RULES);
    }

    @Bean
    Items items() {
        return new Items() {
            @Override
            public List<CandidateItem> candidateItems(Collection<ItemVersionId> ids) {
                return ids.stream().map(ExamHour::item).toList();
            }

            @Override
            public List<PoolEntry> pool() {
                return List.of();
            }

            @Override
            public void markUsed(Collection<ItemVersionId> ids) {
                throw new UnsupportedOperationException();
            }
        };
    }

    private static CandidateItem item(ItemVersionId id) {
        if (id.equals(TEXT)) {
            return new CandidateItem(id, ItemType.EXTENDED_TEXT, "说明核算边界。", List.of());
        }
        List<CandidateItem.Option> options = IntStream.range(0, 4)
                .mapToObj(i -> new CandidateItem.Option(String.valueOf((char) ('A' + i)), "选项 " + i))
                .toList();
        ItemType type = id.equals(MULTIPLE) ? ItemType.MULTIPLE_CHOICE : ItemType.SINGLE_CHOICE;
        return new CandidateItem(id, type, "题干 " + id, options);
    }

    @Bean
    Sittings sittings() {
        return new OneSitting();
    }

    // The same in every process, because one test kills one and goes on in another.
    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
