package io.tanshi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.tanshi.fixtures.DemoApplication;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The typed client of the web apps is generated from the committed description; it must be the one of this server.
 * Refresh it with {@code -Dtanshi.openapi.update=true}.
 */
@DemoApplication
final class OpenApiContractTest {

    private static final Path COMMITTED = Path.of("../web/packages/api-client/openapi.json");

    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    @Autowired
    private MockMvc mvc;

    @Test
    void theCommittedDescriptionIsTheServers() throws Exception {
        String described = normal(
                mvc.perform(get("/v3/api-docs")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
        if (Boolean.getBoolean("tanshi.openapi.update")) {
            Files.writeString(COMMITTED, described);
        }
        assertThat(Files.readString(COMMITTED))
                .as("run again with -Dtanshi.openapi.update=true and commit the file")
                .isEqualTo(described);
    }

    private String normal(String document) {
        JsonNode tree = json.readTree(document);
        ((ObjectNode) tree).remove("servers");
        // Through a map, so that keys stand in one order whatever the handler scan's was.
        return json.writeValueAsString(json.treeToValue(tree, java.util.TreeMap.class)) + "\n";
    }
}
