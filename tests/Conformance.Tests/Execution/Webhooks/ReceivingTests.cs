using System.Text;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Execution.Webhooks;

/// <summary>What a target delivers is recorded with the case that caused it, and answered by its script.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class ReceivingTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Test]
    public async Task A_delivery_is_recorded_as_it_came()
    {
        await using var provider = await new Provider().StartAsync();
        var contractCase = Hooks.Case();
        await using var session = await Hooks.OpenAsync(provider.Url, contractCase);

        var record = await session.ExecuteAsync(contractCase, default);

        record.Obstacle.Should().BeNull();
        var delivery = record.Exchanges.Single(e => e.Purpose is ExchangePurpose.Delivery);
        delivery.Step.Should().Be("deliveries");
        delivery.Request.Method.Should().Be("POST");
        delivery.Response!.Status.Should().Be(200);
        Encoding.UTF8.GetString(delivery.Delivery!.Body.Span).Should().StartWith("""{"event_id":"evt-thing-1",""");
        delivery.Delivery.EventId.Should().Be("evt-thing-1");
        delivery.Delivery.EventType.Should().Be(Hooks.Event);
        delivery.Delivery.Attempt.Should().Be(1);
        delivery.Delivery.IsExplained.Should().BeTrue();
    }

    [Test]
    public async Task The_target_is_told_the_address_and_untold_at_the_end()
    {
        await using var provider = await new Provider().StartAsync();
        var contractCase = Hooks.Case();
        await using var session = await Hooks.OpenAsync(provider.Url, contractCase, specification: Hooks.Signed);

        await session.CleanUpAsync(default);

        var told = provider.Server.To("/states").Select(a => a.Text).ToList();
        told[0].Should().StartWith("""{"state":"webhooks are delivered","params":{"url":"http://127.0.0.1:""");
        told[0]
            .Should()
            .Contain($"\"secret\":\"{session.WebhookSecret}\"")
            .And.Contain("\"events\":[\"thing.created\"]");
        told[0].Should().EndWith("\"action\":\"setup\"}");
        told[1].Should().EndWith("\"action\":\"teardown\"}");
    }

    [Test]
    public async Task A_run_without_such_cases_opens_no_listener()
    {
        await using var provider = await new Provider().StartAsync();
        await using var session = await Hooks.OpenAsync(provider.Url, Contract.Case());

        provider.Receiver.Should().BeNull();
    }

    [Test]
    public async Task A_delivery_that_comes_before_the_call_is_answered_belongs_to_the_case_all_the_same()
    {
        await using var provider = await new Provider
        {
            BeforeAnswer = (p, id) => p.DeliverAsync(id),
            Afterwards = (_, _) => Task.CompletedTask,
        }.StartAsync();
        var contractCase = Hooks.Case(DeliveryScript.Of(503));
        await using var session = await Hooks.OpenAsync(provider.Url, contractCase);

        var record = await session.ExecuteAsync(contractCase, default);

        provider.Answers.Should().Equal(503);
        record.Exchanges.Last().Response!.Status.Should().Be(503);
    }

    [Test]
    public async Task Late_deliveries_of_others_are_not_answered_by_the_script()
    {
        await using var provider = await new Provider
        {
            BeforeAnswer = (p, _) => Task.WhenAny(p.DeliverAsync("thing-of-another-case"), Task.Delay(20)),
        }.StartAsync();
        var contractCase = Hooks.Case(DeliveryScript.Of(503));
        await using var session = await Hooks.OpenAsync(provider.Url, contractCase);

        var record = await session.ExecuteAsync(contractCase, default);

        record
            .Exchanges.Where(e => e.Purpose is ExchangePurpose.Delivery)
            .Select(e => (e.Delivery!.EventId, e.Response!.Status))
            .Should()
            .Equal(("evt-thing-1", 503));
        session
            .Deliveries.Single(d => d.Delivery!.EventId == "evt-thing-of-another-case")
            .Response!.Status.Should()
            .Be(200);
    }

    [Test]
    public async Task Attempts_of_a_target_that_runs_faster_are_waited_for_in_its_time()
    {
        // A minute of the target takes 600 ms.
        await using var provider = await new Provider
        {
            Afterwards = async (p, id) =>
            {
                var started = TimeProvider.System.GetTimestamp();
                foreach (var due in new[] { 0, 600, 3000 })
                {
                    var left = TimeSpan.FromMilliseconds(due) - TimeProvider.System.GetElapsedTime(started);
                    await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero);
                    await p.DeliverAsync(id);
                }
            },
        }.StartAsync();
        var contractCase = Hooks.Case(
            DeliveryScript.Of(500),
            step => step with { Attempts = 3, SeesNoMore = true, Times = Hooks.Times }
        );
        await using var session = await Hooks.OpenAsync(
            provider.Url,
            contractCase,
            o => o with { Environment = Contract.Environment with { TimeScale = 100 } }
        );

        var record = await session.ExecuteAsync(contractCase, default);

        record.Obstacle.Should().BeNull();
        var moments = record
            .Exchanges.Where(e => e.Purpose is ExchangePurpose.Delivery)
            .Select(e => e.Delivery!.Moment)
            .ToList();
        moments.Should().HaveCount(3);
        (moments[1].Latest - moments[0].Latest).Should().BeCloseTo(Minute, Minute / 2);
        (moments[2].Latest - moments[0].Latest).Should().BeCloseTo(5 * Minute, Minute);
    }

    [Test]
    public async Task Attempts_are_waited_for_as_far_as_the_longest_wait_allows_and_the_rest_is_left_open()
    {
        // A minute of the target takes 600 ms: the second attempt is due within the longest wait, the third is not.
        await using var provider = await new Provider
        {
            Afterwards = async (p, id) =>
            {
                await p.DeliverAsync(id);
                await Task.Delay(600);
                await p.DeliverAsync(id);
            },
        }.StartAsync();
        var contractCase = Hooks.Case(DeliveryScript.Of(500), step => step with { Attempts = 3, Times = Hooks.Times });
        await using var session = await Hooks.OpenAsync(
            provider.Url,
            contractCase,
            o =>
                o with
                {
                    Environment = Contract.Environment with { TimeScale = 100 },
                    MaxWait = TimeSpan.FromSeconds(1.5),
                }
        );

        var record = await session.ExecuteAsync(contractCase, default);

        record.Exchanges.Count(e => e.Purpose is ExchangePurpose.Delivery).Should().Be(2);
        record.Obstacle!.Kind.Should().Be(ObstacleKind.WaitTooLong);
        record.Obstacle.Reason.Should().Contain("for attempt 3 of 3").And.Contain("--max-wait allows 1.5 s");
    }

    [Test]
    public async Task What_would_have_to_be_waited_for_too_long_is_left_open_after_what_came()
    {
        await using var provider = await new Provider().StartAsync();
        var contractCase = Hooks.Case(DeliveryScript.Of(500), step => step with { Attempts = 3, Times = Hooks.Times });
        await using var session = await Hooks.OpenAsync(
            provider.Url,
            contractCase,
            o => o with { MaxWait = TimeSpan.FromSeconds(5) }
        );

        var record = await session.ExecuteAsync(contractCase, default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.WaitTooLong);
        record.Obstacle.Reason.Should().Contain("for attempt 2 of 3").And.Contain("--max-wait allows 5 s");
        record.Exchanges.Should().Contain(e => e.Purpose == ExchangePurpose.Delivery);
    }

    [Test]
    public async Task A_connection_is_broken_off_and_a_receiver_is_down_as_the_script_says()
    {
        await using var provider = await new Provider
        {
            Afterwards = async (p, id) =>
            {
                while (await p.DeliverAsync(id) is 0)
                {
                    await Task.Delay(50);
                }
            },
        }.StartAsync();
        DeliveryScript[] scripts =
        [
            new([new DeliveryAnswer.Broken(), new DeliveryAnswer.Status(200)]),
            new([new DeliveryAnswer.Down(), new DeliveryAnswer.Status(200)]),
        ];
        foreach (var script in scripts)
        {
            provider.Answers.Clear();
            var contractCase = Hooks.Case(script, step => step with { Attempts = 2, Times = Hooks.Times });
            await using var session = await Hooks.OpenAsync(
                provider.Url,
                contractCase,
                o => o with { Environment = Contract.Environment with { TimeScale = 1000 } }
            );

            var record = await session.ExecuteAsync(contractCase, default);

            record.Obstacle.Should().BeNull();
            provider.Answers.Should().StartWith(0);
            record.Exchanges.Last().Response!.Status.Should().Be(200);
        }
    }

    [Test]
    public async Task An_answer_is_held_until_it_is_due_and_a_sender_that_gives_up_is_seen()
    {
        await using var provider = await new Provider().StartAsync();
        var contractCase = Hooks.Case(
            new([new DeliveryAnswer.Late(TimeSpan.FromSeconds(24), 202)]),
            step => step with { Times = Hooks.Times }
        );
        await using var session = await Hooks.OpenAsync(
            provider.Url,
            contractCase,
            o => o with { Environment = Contract.Environment with { TimeScale = 60 } }
        );

        var record = await session.ExecuteAsync(contractCase, default);

        var delivery = record.Exchanges.Last();
        delivery.Response!.Status.Should().Be(202);
        delivery.Duration.Should().BeGreaterThan(TimeSpan.FromMilliseconds(380));
        delivery.Delivery!.WasHeld.Should().BeTrue();
        delivery.Delivery.WasGivenUp.Should().BeFalse();
    }

    [Test]
    public async Task Hostile_deliveries_are_recorded_and_harm_nothing()
    {
        await using var provider = await new Provider().StartAsync();
        var contractCase = Hooks.Case();
        await using var session = await Hooks.OpenAsync(provider.Url, contractCase);
        using var http = new HttpClient();
        byte[][] bodies =
        [
            [],
            [0xff, 0xfe],
            Encoding.UTF8.GetBytes(new string('[', 100_000)),
            new byte[3 * 1024 * 1024],
        ];
        foreach (var body in bodies)
        {
            using var answer = await http.PostAsync(provider.Receiver, new ByteArrayContent(body));
            ((int)answer.StatusCode).Should().Be(200);
        }

        var record = await session.ExecuteAsync(contractCase, default);

        record.Exchanges.Count(e => e.Purpose is ExchangePurpose.Delivery).Should().Be(1);
        session.Deliveries.Should().HaveCount(5);
        session.Deliveries[3].Delivery!.IsTruncated.Should().BeTrue();
        session.Deliveries[3].Delivery!.Body.Length.Should().Be(1024 * 1024);
    }
}
