package com.qualitypost.phoenix.projections.rebuild;

import static com.qualitypost.phoenix.projections.ProjectionsTest.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.projections.Node;
import com.qualitypost.phoenix.projections.Parcels;
import com.qualitypost.phoenix.projections.TestEnvironment;
import com.qualitypost.phoenix.servers.junit.TestServers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Ingest rebuilds its tables beside the live ones and swaps them, and reading the binlog has to continue across that.
 */
class SwapTest {
    private static final String ONE = "PQ000000015MX";
    private static final String TWO = "RB123456785GB";

    @Test
    void theBinlogIsReadOnAcrossASwapAndAfterARestart() throws Exception {
        TestEnvironment stage =
                TestEnvironment.fresh(TestServers.mysql(), TestServers.kafka()).withShipmentTable();
        Parcels parcels = Parcels.of(stage);
        parcels.saved(ONE, 1, "CREATED");
        try (Node node = stage.node(8201)) {
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("CREATED 1.1"));
            soon().untilAsserted(() -> assertThat(node.cdc("phase")).isEqualTo("READING"));

            swap(stage);
            parcels.saved(ONE, 2, "PICKED_UP");
            soon().untilAsserted(() -> assertThat(parcels.answered(ONE)).contains("PICKED_UP 1.2"));
        }
        swap(stage);
        parcels.saved(TWO, 1, "CREATED");

        try (Node _ = stage.node(8202)) {
            soon().untilAsserted(() -> assertThat(parcels.answered(TWO)).contains("CREATED 1.1"));
        }
    }

    private static void swap(TestEnvironment stage) {
        var connection = new SingleConnectionDataSource(
                stage.writerUrl(), "migrate", stage.credentials().password("migrate"), true);
        var db = new JdbcTemplate(connection);
        List.of(
                        "CREATE TABLE shipment_next LIKE shipment",
                        "INSERT INTO shipment_next SELECT * FROM shipment",
                        "LOCK TABLES shipment WRITE, shipment_next WRITE",
                        "RENAME TABLE shipment TO shipment_old, shipment_next TO shipment",
                        "UNLOCK TABLES",
                        "DROP TABLE shipment_old")
                .forEach(db::execute);
        connection.destroy();
    }
}
