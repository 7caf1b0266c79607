#include "core/metrics/reference.h"

#include <array>

namespace vouch::metrics {

namespace {

constexpr auto firstSource = ReferenceSource::First;
constexpr auto secondSource = ReferenceSource::Second;

constexpr std::array referenceTable{
    Reference{"electronics-retail", "Digital and electronics retail", false, 30, firstSource},
    Reference{"grocery-retail", "Grocery retail", false, 49, firstSource},
    Reference{"banking", "Banking", false, 10, firstSource},
    Reference{"banking", "Banking", false, 0, secondSource},
    Reference{"banking", "Banking", false, 11, secondSource},
    Reference{"airlines", "Airlines", false, 15, firstSource},
    Reference{"airlines", "Airlines", false, 36, secondSource},
    Reference{"car-insurance", "Car insurance", false, 22, firstSource},
    Reference{"health-and-life-insurance", "Health and life insurance", false, 27, firstSource},
    Reference{"tourism", "Tourism", false, 38, firstSource},
    Reference{"hotels", "Hotels", false, 43, firstSource},
    Reference{"online-shopping", "Online shopping", false, 45, firstSource},
    Reference{"internet-services", "Internet services", false, 48, firstSource},
    Reference{"apple", "Apple", true, 72, firstSource},
    Reference{"apple", "Apple", true, 50, secondSource},
    Reference{"amazon", "Amazon", true, 70, firstSource},
    Reference{"costco", "Costco", true, 77, firstSource},
    Reference{"usaa", "USAA", true, 87, firstSource},
    Reference{"verizon", "Verizon", true, 38, firstSource},
    Reference{"at-and-t", "AT&T", true, 15, firstSource},
    Reference{"mediacom", "MediaCom", true, 22, firstSource}};

} // namespace

std::string_view sourceText(ReferenceSource source)
{
    return source == ReferenceSource::First
               ? "First of two collections of published scores; neither gives country and year."
               : "Second of two collections of published scores, which differ; neither gives "
                 "country and year.";
}

std::span<const Reference> references(ScoreKind beside)
{
    return beside == ScoreKind::Relational ? std::span<const Reference>(referenceTable)
                                           : std::span<const Reference>();
}

} // namespace vouch::metrics
