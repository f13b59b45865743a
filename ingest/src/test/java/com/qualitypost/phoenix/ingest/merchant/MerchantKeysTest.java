package com.qualitypost.phoenix.ingest.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.qualitypost.phoenix.servers.junit.TestServers;
import com.qualitypost.phoenix.tables.Migrations;
import java.io.UnsupportedEncodingException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How operators create and revoke keys, on real MySQL. */
@WebMvcTest(MerchantController.class)
class MerchantKeysTest {
    @Autowired
    private MockMvcTester http;

    private final JdbcClient tables = JdbcClient.create(database("migrate"));

    @TestConfiguration
    @Import(MerchantConfiguration.class)
    static class Keys {
        @Bean
        DataSource operatorNode() {
            return database("writer");
        }
    }

    @BeforeAll
    static void migrate() {
        Migrations.PHOENIX.run(database("migrate"));
    }

    @BeforeEach
    void emptyTables() {
        tables.sql("DELETE FROM api_key").update();
        tables.sql("DELETE FROM merchant").update();
    }

    @Test
    void aKeyIsShownOnceAndKeptAsItsHash() throws Exception {
        MvcTestResult made = post("/v1/merchants/keys", "{\"merchant_id\":\"M-7\"}");

        String key = member(made, "$.key");
        assertThat(made).hasStatus(201).hasHeader("Cache-Control", "no-store");
        assertThat(key).matches("sk_live_[A-Za-z0-9_-]{43}");
        assertThat(member(made, "$.merchant_id")).isEqualTo("M-7");
        assertThat(tables.sql("SELECT COUNT(*) FROM api_key WHERE key_hash = UNHEX(SHA2(?, 256))")
                        .param(key)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(http.get().uri("/v1/merchants/keys"))
                .hasStatusOk()
                .bodyText()
                .contains("M-7", member(made, "$.key_id"))
                .doesNotContain(key);
    }

    @Test
    void aTestKeySaysSo() throws Exception {
        MvcTestResult made = post("/v1/merchants/keys", "{\"merchant_id\":\"M-7\",\"mode\":\"test\"}");

        assertThat(member(made, "$.key")).startsWith("pk_test_");
    }

    @Test
    void aMerchantMayHaveSeveralKeys() throws Exception {
        String first = member(post("/v1/merchants/keys", "{\"merchant_id\":\"M-7\"}"), "$.key_id");
        String second = member(post("/v1/merchants/keys", "{\"merchant_id\":\"M-7\"}"), "$.key_id");

        assertThat(http.get().uri("/v1/merchants/keys")).bodyText().contains(first, second);
    }

    @Test
    void aRevokedKeyStaysRevoked() throws Exception {
        String id = member(post("/v1/merchants/keys", "{\"merchant_id\":\"M-7\"}"), "$.key_id");

        assertThat(post("/v1/merchants/keys/" + id + ":revoke", "")).hasStatus(204);
        assertThat(post("/v1/merchants/keys/" + id + ":revoke", "")).hasStatus(204);

        assertThat(http.get().uri("/v1/merchants/keys")).bodyText().contains("revoked_at");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123456789ab", "ñ", "0123456789AB"})
    void aKeyThatIsNotThereIsToldSo(String id) {
        assertThat(post("/v1/merchants/keys/" + id + ":revoke", ""))
                .hasStatus(404)
                .bodyText()
                .contains("unknown_key");
    }

    @Test
    void whatIsNoMerchantIsExplained() {
        for (String body : new String[] {
            "",
            "{}",
            "{\"merchant_id\":\"\"}",
            "{\"merchant_id\":\"test/M-7\"}",
            "{\"merchant_id\":\"M-7 \"}",
            "{\"merchant_id\":\"" + "M".repeat(60) + "\"}",
            "{\"merchant_id\":\"M\",\"mode\":\"x\"}"
        }) {
            assertThat(post("/v1/merchants/keys", body))
                    .hasStatus(400)
                    .bodyText()
                    .contains("invalid_request", "merchant_id");
        }
    }

    @Test
    void whatIsMistypedMakesNoKey() {
        assertThat(post("/v1/merchants/keys", "{\"merchant_id\":\"M-7\",\"mod\":\"test\"}"))
                .hasStatus(400)
                .bodyText()
                .contains("unknown_member", "'mod'", "merchant_id, mode");
        assertThat(http.get().uri("/v1/merchants/keys?merchant=M-7"))
                .hasStatus(400)
                .bodyText()
                .contains("unknown_parameter", "'merchant'");
        assertThat(http.get().uri("/v1/merchants/keys"))
                .bodyJson()
                .extractingPath("$.keys")
                .asArray()
                .isEmpty();
    }

    private MvcTestResult post(String uri, String body) {
        return http.post()
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String member(MvcTestResult answer, String path) throws UnsupportedEncodingException {
        return JsonPath.read(answer.getResponse().getContentAsString(), path);
    }

    private static DataSource database(String user) {
        var mysql = TestServers.mysql();
        return new DriverManagerDataSource(
                mysql.writerUrl("phoenix"), user, mysql.credentials().password(user));
    }
}
