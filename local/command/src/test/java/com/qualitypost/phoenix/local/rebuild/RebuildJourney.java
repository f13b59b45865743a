package com.qualitypost.phoenix.local.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.qualitypost.phoenix.local.client.Addresses;
import com.qualitypost.phoenix.local.journey.Courier;
import com.qualitypost.phoenix.local.journey.Customer;
import com.qualitypost.phoenix.local.journey.RunningSystem;
import com.qualitypost.phoenix.local.screen.Screen;
import com.qualitypost.phoenix.vocabulary.Kind;
import com.qualitypost.phoenix.vocabulary.Status;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class RebuildJourney {
    private final String number = RunningSystem.newNumber();
    private final Courier courier = new Courier(number);
    private final Customer customer = new Customer(number);

    @Test
    void whatACarelessHandDidToTheTablesIsUndoneFromTheTopicsAndLifeGoesOn() {
        courier.scans(Kind.PICKED_UP);
        courier.scans(Kind.ARRIVED);
        customer.eventuallySees(Status.IN_TRANSIT);
        Addresses addresses = RunningSystem.addresses();
        var hand = new JdbcTemplate(
                new DriverManagerDataSource(addresses.writerJdbcUrl(), "migrate", addresses.migratePassword()));
        hand.update("UPDATE shipment SET status = 'LOST', timeline = '' WHERE tracking_number = ?", number);
        hand.update("DELETE FROM tracking_event WHERE tracking_number = ?", number);

        assertThat(TablesCommand.run(addresses.management(), new Screen())).isZero();

        assertThat(customer.looks().status()).isEqualTo("IN_TRANSIT");
        assertThat(hand.queryForObject(
                        "SELECT COUNT(*) FROM tracking_event WHERE tracking_number = ?", Long.class, number))
                .isEqualTo(2);
        courier.scans(Kind.DELIVERED);
        customer.eventuallySees(Status.DELIVERED);
    }
}
