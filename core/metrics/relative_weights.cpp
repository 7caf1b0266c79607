#include "core/metrics/relative_weights.h"

#include "core/metrics/false_discovery.h"
#include "core/metrics/probability.h"
#include "core/metrics/refusal.h"
#include "core/metrics/shuffle.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace vouch::metrics {

namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

constexpr std::size_t blocks = 20;
constexpr std::uint64_t chanceSeed = 20'000'000;

/// Products of the columns ratings…, chance, score, each less its store's mean, by block.
struct Products
{
    std::vector<MatrixXd> byBlock;
    MatrixXd all;
    std::size_t stores = 0;
};

Products productsOf(const RatedAnswers &answers)
{
    const std::size_t columns = answers.criteria() + 2;
    const std::size_t chance = answers.criteria();
    std::vector<double> values(columns);
    const auto read = [&](std::size_t row, SplitMix &random) {
        const auto given = answers.row(row);
        for (std::size_t i = 0; i < chance; ++i)
            values[i] = given[i];
        values[chance] = random.unit();
        values[chance + 1] = given[chance];
    };

    std::unordered_map<std::uint32_t, std::size_t> at;
    std::vector<double> means; // of each store: its columns, then its count
    std::vector<std::size_t> storeOf(answers.complete());
    SplitMix random(chanceSeed);
    for (std::size_t row = 0; row < answers.complete(); ++row) {
        const auto [found, fresh] = at.try_emplace(answers.store(row), at.size());
        if (fresh)
            means.resize(means.size() + columns + 1);
        storeOf[row] = found->second;
        double *mean = &means[found->second * (columns + 1)];
        read(row, random);
        for (std::size_t i = 0; i < columns; ++i)
            mean[i] += values[i];
        mean[columns] += 1;
    }
    for (std::size_t store = 0; store < at.size(); ++store) {
        double *mean = &means[store * (columns + 1)];
        for (std::size_t i = 0; i < columns; ++i)
            mean[i] /= mean[columns];
    }

    Products out;
    out.stores = at.size();
    random = SplitMix(chanceSeed);
    std::vector<std::vector<double>> sums(blocks, std::vector<double>(columns * columns));
    for (std::size_t row = 0; row < answers.complete(); ++row) {
        double *sum = sums[row * blocks / answers.complete()].data();
        const double *mean = &means[storeOf[row] * (columns + 1)];
        read(row, random);
        for (std::size_t i = 0; i < columns; ++i)
            values[i] -= mean[i];
        for (std::size_t i = 0; i < columns; ++i) {
            for (std::size_t j = 0; j <= i; ++j)
                sum[i * columns + j] += values[i] * values[j];
        }
    }
    const auto size = static_cast<Index>(columns);
    out.all = MatrixXd::Zero(size, size);
    for (const auto &sum : sums) {
        MatrixXd block = MatrixXd::Zero(size, size);
        for (Index i = 0; i < size; ++i) {
            for (Index j = 0; j <= i; ++j)
                block(i, j) = block(j, i) = sum[static_cast<std::size_t>(i * size + j)];
        }
        out.all += block;
        out.byBlock.push_back(std::move(block));
    }
    return out;
}

/// Johnson's weights of the first `predictors` columns for the last one.
struct Weights
{
    VectorXd weights;
    VectorXd correlations;
    double leastEigenvalue = 0;
};

Weights johnson(const MatrixXd &products, Index predictors)
{
    const Index score = products.rows() - 1;
    const VectorXd scale = products.diagonal().cwiseSqrt().cwiseInverse();
    const MatrixXd correlations = scale.asDiagonal() * products * scale.asDiagonal();
    const Eigen::SelfAdjointEigenSolver<MatrixXd> solver(
        correlations.topLeftCorner(predictors, predictors));
    const VectorXd roots = solver.eigenvalues().cwiseMax(1e-12).cwiseSqrt();
    const MatrixXd &vectors = solver.eigenvectors();
    Weights out;
    out.correlations = correlations.block(0, score, predictors, 1);
    out.leastEigenvalue = solver.eigenvalues().minCoeff();
    const MatrixXd loadings = vectors * roots.asDiagonal() * vectors.transpose();
    const VectorXd betas =
        vectors * roots.cwiseInverse().asDiagonal() * vectors.transpose() * out.correlations;
    out.weights = loadings.cwiseAbs2() * betas.cwiseAbs2();
    return out;
}

/// Each weight less that of the column of chance.
VectorXd aboveChance(const MatrixXd &products)
{
    const Index predictors = products.rows() - 1;
    const VectorXd weights = johnson(products, predictors).weights;
    return weights.head(predictors - 1).array() - weights(predictors - 1);
}

/// The jackknife's errors of aboveChance().
VectorXd errorsOf(const Products &products)
{
    std::vector<VectorXd> without;
    VectorXd mean = VectorXd::Zero(products.all.rows() - 2);
    for (const auto &block : products.byBlock) {
        without.push_back(aboveChance(products.all - block));
        mean += without.back() / static_cast<double>(blocks);
    }
    VectorXd squares = VectorXd::Zero(mean.size());
    for (const auto &each : without)
        squares += (each - mean).cwiseAbs2();
    return (squares * (static_cast<double>(blocks - 1) / static_cast<double>(blocks))).cwiseSqrt();
}

std::optional<Failure> refused(const Products &products, std::span<const std::string> names)
{
    const Index score = products.all.rows() - 1;
    for (Index i = 0; i <= score; ++i) {
        const auto index = static_cast<std::size_t>(i);
        if (products.all(i, i) > 1e-9)
            continue;
        return Failure{
            "ratings-alike",
            "Everybody in a store gave the same answer here, so nothing can be seen to go with it. "
            "Take a longer period or more stores.",
            i == score ? "score" : names[index]};
    }
    const Index criteria = score - 1;
    if (johnson(products.all, criteria).leastEigenvalue < 1e-6)
        return Failure{
            "ratings-collinear",
            "The ratings of one criterion follow from those of others, so they cannot be told "
            "apart. Leave one of them out.",
            {}};
    return std::nullopt;
}

void judge(const Products &products, RelativeWeights &out)
{
    const VectorXd above = aboveChance(products.all);
    const VectorXd errors = errorsOf(products);
    const double degrees = static_cast<double>(blocks - 1);
    const double quantile = studentQuantile(0.05, degrees);
    std::vector<double> pValues;
    for (auto &criterion : out.criteria) {
        const auto i = static_cast<Index>(criterion.criterion);
        criterion.low = above(i) - quantile * errors(i);
        criterion.high = above(i) + quantile * errors(i);
        // Two-sided, as the interval is; a weight below chance is none.
        pValues.push_back(
            above(i) > 0 && errors(i) > 0 ? studentTwoSided(above(i) / errors(i), degrees) : 1);
    }
    const auto sure = adjusted(pValues);
    for (std::size_t i = 0; i < sure.size(); ++i) {
        out.criteria[i].adjustedPValue = sure[i];
        out.criteria[i].clear = out.pValue <= falseDiscoveryRate && sure[i] <= falseDiscoveryRate;
    }
}

} // namespace

void RatedAnswers::add(std::uint32_t store, int score, std::span<const std::int8_t> ratings)
{
    if (std::find(ratings.begin(), ratings.end(), notRated) != ratings.end()) {
        ++m_incomplete;
        return;
    }
    m_store.push_back(store);
    m_values.insert(m_values.end(), ratings.begin(), ratings.end());
    m_values.push_back(static_cast<std::int8_t>(score));
}

Result<RelativeWeights>
relativeWeights(const RatedAnswers &answers, std::span<const std::string> names)
{
    const auto criteria = static_cast<Index>(answers.criteria());
    const std::size_t least = std::max(leastRated, leastRatedEach * answers.criteria());
    if (answers.complete() < least)
        return tooFew(
            "answers", static_cast<std::int64_t>(answers.complete()),
            static_cast<std::int64_t>(least));
    const Products products = productsOf(answers);
    if (auto failure = refused(products, names))
        return *failure;

    const Weights found = johnson(products.all, criteria);
    RelativeWeights out;
    out.answers = answers.complete();
    out.leftOut = answers.incomplete();
    out.rSquared = found.weights.sum();
    const double above = static_cast<double>(criteria);
    const double below =
        static_cast<double>(answers.complete()) - static_cast<double>(products.stores) - above;
    if (below < 1)
        return tooFew(
            "answers", static_cast<std::int64_t>(answers.complete()),
            static_cast<std::int64_t>(products.stores + answers.criteria() + 1));
    out.pValue =
        out.rSquared >= 1
            ? 0
            : fUpperTail(out.rSquared / above / ((1 - out.rSquared) / below), above, below);
    for (Index i = 0; i < criteria; ++i) {
        RelativeWeight weight;
        weight.criterion = static_cast<std::size_t>(i);
        weight.weight = found.weights(i);
        weight.share = out.rSquared > 0 ? found.weights(i) / out.rSquared : 0;
        weight.correlation = found.correlations(i);
        out.criteria.push_back(weight);
    }
    judge(products, out);
    return out;
}

} // namespace vouch::metrics
