package io.tanshi.ownership;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** One request, to be sent by whomever. */
public record Call(HttpMethod verb, URI address, @Nullable MediaType type, byte[] body, Map<String, String> headers) {

    /** The next piece of a file, by the tus protocol. */
    static final MediaType OFFSET_STREAM = MediaType.parseMediaType("application/offset+octet-stream");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final byte[] NOTHING = {};

    public static Call of(HttpMethod verb, String path, Object... values) {
        URI address =
                UriComponentsBuilder.fromUriString(path).buildAndExpand(values).toUri();
        return new Call(verb, address, null, NOTHING, Map.of());
    }

    public static Call get(String path, Object... values) {
        return of(HttpMethod.GET, path, values);
    }

    public static Call post(String path, Object... values) {
        return of(HttpMethod.POST, path, values);
    }

    public static Call put(String path, Object... values) {
        return of(HttpMethod.PUT, path, values);
    }

    public static Call patch(String path, Object... values) {
        return of(HttpMethod.PATCH, path, values);
    }

    public static Call delete(String path, Object... values) {
        return of(HttpMethod.DELETE, path, values);
    }

    public Call json(Object value) {
        return new Call(verb, address, MediaType.APPLICATION_JSON, JSON.writeValueAsBytes(value), headers);
    }

    public Call bytes(byte[] content) {
        return new Call(verb, address, MediaType.APPLICATION_OCTET_STREAM, content, headers);
    }

    public Call piece(byte[] content) {
        return new Call(verb, address, OFFSET_STREAM, content, headers);
    }

    public Call header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Call(verb, address, type, body, more);
    }

    @Override
    public String toString() {
        return verb + " " + address;
    }
}
