package io.tanshi.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.tanshi.fixtures.DemoApplication;
import java.io.IOException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is one institution's is not there for another. */
@DemoApplication
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InstitutionOwnershipTests {

    private InstitutionThings things;

    @BeforeAll
    void aBatchIsSubmittedAndReviewed(@Autowired MockMvc mvc) throws IOException {
        things = new InstitutionThings(mvc);
    }

    @TestFactory
    Stream<DynamicTest> anotherInstitutionIsRefused() {
        return InstitutionClaims.ALL.tests(things, things.owner, things.stranger);
    }

    @Test
    void aBatchIsOfWhoeverOpensIt() {
        UUID theirs = things.openBatch(things.stranger);
        assertThat(things.stranger.good(Call.get("/api/institution/batches")).text())
                .contains(theirs.toString());
        assertThat(things.owner.good(Call.get("/api/institution/batches")).text())
                .doesNotContain(theirs.toString());
    }
}
