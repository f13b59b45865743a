package com.qualitypost.phoenix.ingest.stream;

import com.qualitypost.phoenix.ingest.shipment.service.WorkingDays;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Monday to Saturday, except for the public holidays of the country; for an unknown country, of Mexico. */
class Holidays implements WorkingDays {
    private static final String HOME = "mx";
    private static final Map<String, String> CALENDARS = Stream.of(HolidayCalendar.values())
            .collect(Collectors.toMap(calendar -> calendar.getId().toLowerCase(Locale.ROOT), HolidayCalendar::getId));

    private final Map<String, HolidayManager> managers = new ConcurrentHashMap<>();

    @Override
    public boolean isWorking(LocalDate day, @Nullable String country) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day, country == null ? HOME : country);
    }

    private boolean isHoliday(LocalDate day, String country) {
        return Optional.ofNullable(CALENDARS.get(country.toLowerCase(Locale.ROOT)))
                .map(calendar -> managers.computeIfAbsent(
                        calendar, id -> HolidayManager.getInstance(ManagerParameters.create(id))))
                .map(manager -> manager.isHoliday(day, HolidayType.PUBLIC_HOLIDAY))
                .orElse(false);
    }
}
