package com.qualitypost.phoenix.query.pasted;

import java.util.Scanner;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells ordinary words from the letters of a number. */
final class Spoken {
    /** Longer words with a vowel are ordinary words anyway. */
    private static final int LONGEST_GROUP_OF_LETTERS = 3;

    /** For words that a hyphen ties to digits, as in MX-0001-ABCD. */
    private static final int LONGEST_TIED = 4;

    private static final int LONGEST_WITHOUT_VOWEL = 6;

    private static final Set<String> VOWELS = Set.of("A", "E", "I", "O", "U", "Y");

    private static final Set<String> SHORT = words("""
            A AL AUN CON DA DE DEL DOS E EL EN ES ESA ESE ESO FUE HA HAN HAY HE HOY LA LAS LE LES LO LOS ME MI MIS MUY MAS NI NO
            NOS O OS POR QUE SE SER SI SIN SON SOY SU SUS TAN TE TU TUS U UN UNA UNO VA VAN VER VEZ VIA Y YA YO
            AN AND ANY ARE AS AT BE BUT BY CAN DAY DID DO FOR GET GOT HAD HAS HER HIM HIS HOW IF IN IS IT ITS MY NEW NOT NOW OF
            ON OR OUR OUT SEE SHE SO THE TO TOO TWO WAS WE WHO WHY YES YET YOU""");

    /** Words of dates, times, measures, money and addresses. A hyphen does not make them part of a number. */
    private static final Set<String> OF_FIGURES = words("""
            ENE FEB MAR ABR MAY JUN JUL AGO SEP SEPT OCT NOV DIC JAN APR AUG DEC
            LUN MIE JUE VIE SAB DOM MON TUE WED THU FRI SAT SUN
            H HR HRS HS AM PM MIN SEG ST ND RD TH
            KG KGS GR GRS LB LBS CM MM MT MTS KM ML LT LTS PZ PZA PZAS PZS PCS
            MXN USD EUR MN DLS DLLS
            TEL TELS CEL FAX EXT WSP NUM NRO CP CDMX COL INT DEPTO REF RFC CURP SKU AWB WWW COM PED ORD FOL ID DR DRA SR SRA AV BLVD""");

    /** After a few digits without a blank: 18H, 9AM, 2KG, 1ER. */
    private static final Set<String> UNITS = words("""
            H HR HRS HS AM PM M MIN S SEG KG KGS G GR GRS LB LBS CM MM MT MTS KM ML L LT LTS X ER RA DO DA RO TO ST ND RD TH
            PZ PZA PZAS PZS PCS MXN USD EUR""");

    /** Carriers' own prefixes, such as LAXA and CNEMX, are at most this long; a longer word is an ordinary one. */
    private static final int LONGEST_BEGINNING = 5;

    /** Words of that length that come before a number without being part of it. */
    private static final Set<String> BEFORE_NUMBERS = words("""
            FOLIO ORDEN ORDER CLAVE CLABE SERIE LOTE CAJA BULTO NOTA VENTA ITEM ITEMS LABEL FEDEX IVOY SHEIN TEMU EBAY UBER
            HOLA HELLO DEAR FAVOR PARA DESDE HASTA ENTRE SOBRE DONDE COMO CUAL ESTE ESTA ESTO DICE LLEGA LLEGO SALE SALIO
            BUSCO TENGO DATOS FROM THIS THAT YOUR HERE WITH CALLE PISO LOCAL LINEA CITA HORA FECHA DATE TIME
            ENERO MARZO ABRIL MAYO JUNIO JULIO MARCH APRIL JUNE JULY LUNES""");

    private static final Set<String> MONTHS = words("ENE FEB MAR ABR MAY JUN JUL AGO SEP OCT NOV DIC JAN APR AUG DEC");

    private static final Set<String> PHONE = words("""
            TEL TELS TELEFONO TELEFONOS TELEFONICO CEL CELULAR MOVIL WHATSAPP WHATS WSP FAX PHONE MOBILE CELL CALL TELEPHONE
            LLAMA LLAMAR LLAME LLAMAME LLAMANOS LLAMARME MARCA MARCAR MARQUE MARCAME CONTACTO CONTACT LADA""");

    private static final Set<String> CURRENCY =
            words("MXN USD EUR MN DLS DLLS PESO PESOS DOLAR DOLARES DOLLARS EURO EUROS");

    private static final Set<String> MONEY = words("""
            TOTAL PRECIO COSTO COSTE IMPORTE MONTO PAGO PAGA PAGAR PAGUE COBRAR COBRO SALDO PRICE COST AMOUNT PAY""");

    private static final Set<String> NUMBER =
            words("GUIA GUIAS RASTREO TRACKING TRACK SEGUIMIENTO ENVIO PAQUETE PARCEL SHIPMENT PACKAGE WAYBILL AWB");

    /** Words between such a word and its number: guía número, teléfono es el. */
    private static final Set<String> BETWEEN =
            words("NO NUM NRO NUMERO NUMBER CODIGO CODE ID DE ES IS EL LA AL THE MI TU SU MY");

    private Spoken() {}

    /** @param tied by a hyphen to a word with digits */
    static boolean is(Word word, boolean tied) {
        if (!word.isAscii()) {
            return true;
        }
        if (word.hasDigit()) {
            return isFigure(word.text());
        }
        if (OF_FIGURES.contains(word.text())) {
            return true;
        }
        int longest = tied ? LONGEST_TIED : LONGEST_GROUP_OF_LETTERS;
        return !tied && SHORT.contains(word.text())
                || word.length() > (hasVowel(word.text()) ? longest : LONGEST_WITHOUT_VOWEL);
    }

    /** Whether it may begin a number although it looks like a word; only asked if there is no other word. */
    static boolean mayBegin(Word word) {
        return word.isOfLetters()
                && word.isAscii()
                && word.length() > LONGEST_GROUP_OF_LETTERS
                && word.length() <= LONGEST_BEGINNING
                && !OF_FIGURES.contains(word.text())
                && !BEFORE_NUMBERS.contains(word.text())
                && !isOfNumber(word)
                && !isOfPhone(word)
                && !isOfMoney(word)
                && !isBetween(word);
    }

    static boolean isOfPhone(Word word) {
        return PHONE.contains(word.plain());
    }

    static boolean isOfMoney(Word word) {
        return MONEY.contains(word.plain()) || isCurrency(word);
    }

    static boolean isCurrency(Word word) {
        return CURRENCY.contains(word.plain());
    }

    static boolean isOfNumber(Word word) {
        return NUMBER.contains(word.plain());
    }

    static boolean isBetween(Word word) {
        return BETWEEN.contains(word.plain());
    }

    /** A measure, a time or a date in one word: 10X20X30, 18H30, 25DIC2026. */
    private static boolean isFigure(String text) {
        int digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > 4) {
            return false;
        }
        String rest = text.substring(digits);
        int letters = 0;
        while (letters < rest.length() && Character.isLetter(rest.charAt(letters))) {
            letters++;
        }
        String unit = rest.substring(0, letters);
        String more = rest.substring(letters);
        boolean isMeasure = UNITS.contains(unit) && (more.isEmpty() || "H".equals(unit) || "X".equals(unit));
        return more.length() <= 4 && (isMeasure || MONTHS.contains(unit)) || "X".equals(unit) && isFigure(more);
    }

    private static boolean hasVowel(String text) {
        return text.chars().anyMatch(character -> VOWELS.contains(Character.toString(character)));
    }

    private static Set<String> words(String text) {
        return new Scanner(text).tokens().collect(Collectors.toUnmodifiableSet());
    }
}
