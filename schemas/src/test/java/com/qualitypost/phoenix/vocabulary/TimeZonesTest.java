package com.qualitypost.phoenix.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {
    private static final Instant WINTER = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant BEFORE_SPRING = Instant.parse("2026-03-08T07:59:59Z");
    private static final Instant AFTER_SPRING = Instant.parse("2026-03-08T10:00:00Z");
    private static final Instant BEFORE_AUTUMN = Instant.parse("2026-11-01T06:59:59Z");
    private static final Instant AFTER_AUTUMN = Instant.parse("2026-11-01T09:00:00Z");

    @ParameterizedTest
    @CsvSource(textBlock = """
            America/Mexico_City,    06700, Puebla,                   -06:00, -06:00
            America/Cancun,         77500, Cancún,                   -05:00, -05:00
            America/Merida,         97000, Mérida,                   -06:00, -06:00
            America/Monterrey,      64000, Monterrey,                -06:00, -06:00
            America/Matamoros,      88500, Reynosa,                  -06:00, -05:00
            America/Chihuahua,      31000, Chihuahua,                -06:00, -06:00
            America/Ciudad_Juarez,  32000, Ciudad Juárez,            -07:00, -06:00
            America/Ojinaga,        32880, Ojinaga,                  -06:00, -05:00
            America/Mazatlan,       82000, Mazatlán,                 -07:00, -07:00
            America/Bahia_Banderas, 63732, Bucerías,                 -06:00, -06:00
            America/Hermosillo,     83000, Hermosillo,               -07:00, -07:00
            America/Tijuana,        22000, Tijuana,                  -08:00, -07:00""")
    void eachZoneOfMexicoIsFoundByPostcodeAndByTownAndKeepsItsHours(
            String zone, String postcode, String town, String winter, String summer) {
        ZoneId expected = ZoneId.of(zone);

        assertThat(TimeZones.of(null, postcode, null)).contains(expected);
        assertThat(TimeZones.of(town, null, "MX")).contains(expected);
        assertThat(offset(expected, WINTER)).isEqualTo(winter);
        assertThat(offset(expected, BEFORE_SPRING)).isEqualTo(winter);
        assertThat(offset(expected, AFTER_SPRING)).isEqualTo(summer);
        assertThat(offset(expected, BEFORE_AUTUMN)).isEqualTo(summer);
        assertThat(offset(expected, AFTER_AUTUMN)).isEqualTo(winter);
    }

    private static String offset(ZoneId zone, Instant at) {
        ZoneOffset offset = zone.getRules().getOffset(at);
        return offset.getId();
    }

    @Test
    void thePostcodesKnowTheTwelveZonesAndNoOther() {
        Set<String> zones = new TreeSet<>();
        IntStream.range(0, 100_000)
                .mapToObj("%05d"::formatted)
                .forEach(code -> TimeZones.of(null, code, null).ifPresent(zone -> zones.add(zone.getId())));

        assertThat(zones).hasSize(12).allMatch(ZoneId.getAvailableZoneIds()::contains);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            22999, America/Tijuana
            23000, America/Mazatlan
            25999, America/Monterrey
            26000, America/Matamoros
            26329, America/Matamoros
            26340, America/Monterrey
            26400, America/Matamoros
            26700, America/Monterrey
            27499, America/Monterrey
            27500, America/Matamoros
            27550, America/Monterrey
            31819, America/Chihuahua
            31820, America/Ciudad_Juarez
            31850, America/Chihuahua
            31999, America/Chihuahua
            32000, America/Ciudad_Juarez
            32800, America/Chihuahua
            32850, America/Ojinaga
            32900, America/Chihuahua
            32980, America/Ojinaga
            33000, America/Chihuahua
            63724, America/Mazatlan
            63726, America/Bahia_Banderas
            63739, America/Bahia_Banderas
            63740, America/Mazatlan
            64999, America/Monterrey
            65000, America/Matamoros
            65070, America/Monterrey
            76999, America/Mexico_City
            77000, America/Cancun
            87299, America/Monterrey
            87300, America/Matamoros
            87600, America/Monterrey
            88000, America/Matamoros
            88890, America/Monterrey
            88900, America/Matamoros
            89000, America/Monterrey""")
    void aStripAlongTheBorderEndsWhereItsLastPostcodeDoes(String postcode, String zone) {
        assertThat(TimeZones.of(null, postcode, "MX")).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Tijuana                        | America/Tijuana
            TIJUANA, B.C.                  | America/Tijuana
            Tijuana, Baja California, MX   | America/Tijuana
            Tijuana, México                | America/Tijuana
            Vicente Guerrero, B.C.         | America/Tijuana
            La Paz                         | America/Mazatlan
            La Paz, Edo. de Méx.           | America/Mexico_City
            Guerrero, Coah.                | America/Matamoros
            Guerrero, Tamps                | America/Matamoros
            Guerrero, Chihuahua            | America/Chihuahua
            Juárez                         | America/Ciudad_Juarez
            Juárez, N.L.                   | America/Monterrey
            Col. Centro, Bacerac, Sonora   | America/Hermosillo
            Bucerías, Nayarit              | America/Bahia_Banderas
            Tuxpan, Nayarit                | America/Mazatlan
            Tuxpan, Veracruz               | America/Mexico_City
            Tulum, Q. Roo                  | America/Cancun
            Tulum, Q. R.                   | America/Cancun
            Monterrey, N. L.               | America/Monterrey
            México DF                      | America/Mexico_City
            ' ciudad  de   mexico '        | America/Mexico_City""")
    void aTownIsFoundAsPeopleWriteIt(String city, String zone) {
        assertThat(TimeZones.of(city, null, "MX")).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Cd. Juárez, Chih.                | America/Ciudad_Juarez
            Cd. Juárez                       | America/Ciudad_Juarez
            Cd.Juárez,Chih.                  | America/Ciudad_Juarez
            H. Cd. Juárez, Chih., México     | America/Ciudad_Juarez
            Ciudad Juárez, Col. Centro, Chih. | America/Ciudad_Juarez
            Ciudad Juárez, Col. Centro       | America/Ciudad_Juarez
            Ciudad Juárez, Chihuahua, Chih.  | America/Ciudad_Juarez
            Pto. Palomas, Chih.              | America/Ciudad_Juarez
            Puerto Palomas de Villa, Chih.   | America/Ciudad_Juarez
            Puerto Palomas de Villa          | America/Ciudad_Juarez
            Palomas, Chih.                   | America/Ciudad_Juarez
            Cd. Acuña, Coah.                 | America/Matamoros
            Cd. Acuña                        | America/Matamoros
            H. Matamoros, Tamps.             | America/Matamoros
            H. Matamoros                     | America/Matamoros
            Nvo. Laredo, Tamps.              | America/Matamoros
            Nvo. Laredo                      | America/Matamoros
            Nva. Cd. Guerrero, Tamps.        | America/Matamoros
            Cd. Río Bravo, Tamps.            | America/Matamoros
            Cd. Río Bravo                    | America/Matamoros
            Nuevo Progreso, Tamps.           | America/Matamoros
            Nuevo Progreso                   | America/Matamoros
            Colombia, N.L.                   | America/Matamoros
            Nvo. Vallarta, Nay.              | America/Bahia_Banderas
            Nvo. Vallarta                    | America/Bahia_Banderas""")
    void aTownAlongTheBorderIsFoundAsPeopleShortenIt(String city, String zone) {
        assertThat(TimeZones.of(city, null, "MX")).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chihuahua, Chih.                     | America/Chihuahua
            Col. Morelos, Chihuahua, Chih.       | America/Chihuahua
            Cd. Delicias, Chih.                  | America/Chihuahua
            Cuauhtémoc, Chih.                    | America/Chihuahua
            Saltillo, Coah.                      | America/Monterrey
            Morelos, Saltillo, Coah.             | America/Monterrey
            Matamoros, Coah.                     | America/Monterrey
            Sta. Catarina, N.L.                  | America/Monterrey
            Gral. Escobedo, N.L.                 | America/Monterrey
            Col. Anáhuac, San Nicolás, N.L.      | America/Monterrey
            Anáhuac, San Nicolás de los Garza, N.L. | America/Monterrey
            Cd. Victoria, Tamps.                 | America/Monterrey
            Hidalgo, Tampico, Tamps.             | America/Monterrey
            Tepic, Nay.                          | America/Mazatlan
            Juárez, Monterrey                    | America/Monterrey""")
    void aTownInlandKeepsTheTimeOfItsStateWhateverItsStreetsAndQuartersAreCalled(String city, String zone) {
        assertThat(TimeZones.of(city, null, "MX")).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Macondo, Chih.",
                "Macondo, Coah.",
                "Macondo, N.L.",
                "Macondo, Tamps.",
                "Macondo, Nay.",
                "Col. Centro, Tamps."
            })
    void whereAPartOfTheStateKeepsAnotherTimeATownThatNobodyKnowsHasNoZone(String city) {
        assertThat(TimeZones.of(city, null, "MX")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"22000\u00a0", "２２０００", "22 000", "22-000", "C.P. 22000", "cp 22000", "CP22000", "\u200b22000"})
    void aPostcodeIsFoundAsPeopleWriteIt(String postcode) {
        assertThat(TimeZones.of(null, postcode, "MX")).contains(ZoneId.of("America/Tijuana"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tijuana\u200b",
                "Ti\u00adjuana",
                "Ｔｉｊｕａｎａ",
                "Tijuana, B. C.",
                "Tijuana，ＢＣ",
                "Tijuana,\u00a0B.\u202fC.",
                "Tijuana, B.C.\u200b"
            })
    void whatPastingAddsToATownIsForgiven(String city) {
        assertThat(TimeZones.of(city, null, "MX")).contains(ZoneId.of("America/Tijuana"));
    }

    @Test
    void thePostcodeIsMoreExactThanTheTown() {
        assertThat(TimeZones.of("Nuevo Vallarta", "63000", "MX")).contains(ZoneId.of("America/Mazatlan"));
        assertThat(TimeZones.of("Tijuana", "no postcode", "MX")).contains(ZoneId.of("America/Tijuana"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "Camargo",
                "Morelos",
                "Springfield",
                "Bacerac, México",
                "Calle, 5, 7",
                "La Paz, Bolivia",
                "Bogotá, Colombia"
            })
    void aTownThatSaysTooLittleHasNoZone(String city) {
        assertThat(TimeZones.of(city, null, "MX")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"06700,DZ", "00001,MX", "19999,MX", "6700,MX", "067000,MX", "٠٦٧٠٠,MX", ",MX", ","})
    void whatIsAbroadOrNoPostcodeHasNoZone(@Nullable String postcode, @Nullable String country) {
        assertThat(TimeZones.of(null, postcode, country)).isEmpty();
    }
}
