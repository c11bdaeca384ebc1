using Conformance.Verdicts.Accounting;
using Conformance.Verdicts.Results;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Consumers;

/// <summary>
/// A client by the book passes all scripts, and everything that can fail a client is seen of it. Alone: pauses are
/// measured.
/// </summary>
[NonParallelizable]
public sealed class GoodClientTests
{
    [Test]
    public async Task A_client_by_the_book_is_certified()
    {
        var observed = await ObservedOrders.ObserveAsync(null);

        observed.Result.Cases.Where(c => c.Verdict is not (Verdict.Passed or Verdict.Skipped)).Should().BeEmpty();
        observed.Result.Cases.Where(c => c.Verdict is Verdict.Skipped && c.Case.Requirement.Gates).Should().BeEmpty();
        observed.Gate.ExitCode.Should().Be(ExitCodes.Conforming, observed.Gate.Reason);
    }
}
