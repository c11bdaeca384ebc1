using System.Globalization;
using Conformance.Execution;
using Conformance.Scenarios.Cases;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class UsingUpLimitsTests
{
    [TestCase(100, 10, Description = "all in one window")]
    [TestCase(6, 16, Description = "the window ends after the sixth")]
    public async Task Enough_answers_of_one_window_end_the_step(int perWindow, int expected)
    {
        var answered = 0;
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            var window = answered++ / perWindow;
            // From the second window on there is no further one.
            context.Response.Headers["X-Reset"] = Math.Min(window, 1).ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        });
        await using var session = TargetSession.Open(Contract.Open, Contract.Options(server.Url), TimeProvider.System);
        var step = new CaseStep.SendUntilLimited("exhaust", Contract.Get(Contract.List), 50)
        {
            Enough = new OneWindow("X-Reset", 10),
        };

        await session.ExecuteAsync(Contract.Case(step), default);

        server.Arrivals.Should().HaveCount(expected);
    }

    [Test]
    public async Task Where_no_answer_tells_its_window_the_step_goes_on_to_its_bound()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        await using var session = TargetSession.Open(Contract.Open, Contract.Options(server.Url), TimeProvider.System);
        var step = new CaseStep.SendUntilLimited("exhaust", Contract.Get(Contract.List), 20)
        {
            Enough = new OneWindow("X-Reset", 10),
        };

        await session.ExecuteAsync(Contract.Case(step), default);

        server.Arrivals.Should().HaveCount(20);
    }
}
