using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Specification.Model;
using FluentAssertions;
using NUnit.Framework;

namespace Conformance.Tests.Execution.Webhooks;

/// <summary>How the target learns where deliveries go, and one clear message for each way in which it does not.</summary>
public sealed class RegistrationTests
{
    [Test]
    public async Task Where_nothing_tells_the_target_the_case_is_skipped_with_what_to_pass()
    {
        await using var provider = await new Provider().StartAsync();

        var obstacle = await ObstacleAsync(provider, o => o with { ProviderStatesUrl = null });

        obstacle!.Kind.Should().Be(ObstacleKind.NotConfigured);
        obstacle.Reason.Should().Contain("--webhook-url").And.Contain("WEBHOOK_SECRET").And.Contain("environments.");
    }

    [Test]
    public async Task A_handler_that_does_not_know_the_state_skips_the_case()
    {
        await using var provider = await new Provider { StateStatus = 404 }.StartAsync();

        var obstacle = await ObstacleAsync(provider, o => o);

        obstacle!.Kind.Should().Be(ObstacleKind.NotConfigured);
        obstacle.Reason.Should().Contain("answered 404 to 'webhooks are delivered'");
    }

    [Test]
    public async Task A_state_that_was_asked_for_and_is_refused_leaves_the_case_open()
    {
        await using var provider = await new Provider { StateStatus = 500 }.StartAsync();

        var obstacle = await ObstacleAsync(
            provider,
            o =>
                o with
                {
                    Environment = With(
                        new WebhookRegistration.ProviderState
                        {
                            State = Contract.At("hooks are on"),
                            Location = SourceLocation.None,
                        }
                    ),
                }
        );

        obstacle!.Kind.Should().Be(ObstacleKind.StateNotReachable);
        obstacle.Reason.Should().Contain("answered 500 to 'hooks are on'");
    }

    [Test]
    public async Task A_registration_request_has_the_address_and_its_answer_the_secret()
    {
        await using var provider = await new Provider().StartAsync();
        var contractCase = Hooks.Case();
        await using var session = await Hooks.OpenAsync(
            provider.Url,
            contractCase,
            o => o with { Environment = With(Request("/hooks")) },
            Hooks.Signed
        );

        var record = await session.ExecuteAsync(contractCase, default);

        record.Exchanges.Should().Contain(e => e.Purpose == ExchangePurpose.Delivery);
        session.WebhookSecret.Should().Be("told in turn");
        session.Mask("it was told in turn").Should().Be("it was ***");
        provider.Server.To("/hooks").Single().Text.Should().Contain("\"events\":[\"thing.created\"]");
    }

    [Test]
    public async Task A_registration_that_is_answered_without_the_secret_leaves_the_case_open()
    {
        await using var provider = await new Provider().StartAsync();

        var obstacle = await ObstacleAsync(provider, o => o with { Environment = With(Request("/things")) });

        obstacle!.Kind.Should().Be(ObstacleKind.StateNotReachable);
        obstacle.Reason.Should().Contain("POST /things").And.Contain("without subscription.secret");
    }

    [TestCase("DELETE /hooks/{subscription.id}", 204)]
    [TestCase("DELETE /hooks/{subscription.id}", 404)]
    public async Task At_the_end_the_registration_is_taken_back(string remove, int status)
    {
        await using var provider = await new Provider { RemovalStatus = status }.StartAsync();

        (await LeftBehindAsync(provider, remove)).Should().BeEmpty();

        provider.Server.To("/hooks/hook 1").Single().Method.Should().Be("DELETE");
    }

    [TestCase(null, 204, "declare the request that takes it back as 'remove' beside it")]
    [TestCase("DELETE /hooks/{subscription.number}", 204, "its answer has no subscription.number")]
    [TestCase("DELETE /hooks/{subscription.id}", 500, "DELETE /hooks/{subscription.id} was answered 500")]
    public async Task A_registration_that_stays_is_listed(string? remove, int status, string why)
    {
        await using var provider = await new Provider { RemovalStatus = status }.StartAsync();

        (await LeftBehindAsync(provider, remove))
            .Should()
            .ContainSingle()
            .Which.Should()
            .StartWith("the registration of http://127.0.0.1:")
            .And.Contain("by POST /hooks")
            .And.Contain(why);
    }

    [Test]
    public async Task A_target_that_knows_its_receiver_is_listened_for_there()
    {
        await using var provider = await new Provider().StartAsync();
        var port = FreePort();
        var contractCase = Hooks.Case();
        await using var session = await Hooks.OpenAsync(
            provider.Url,
            contractCase,
            o =>
                o with
                {
                    ProviderStatesUrl = null,
                    WebhookUrl = new($"http://127.0.0.1:{port}/in"),
                    Configuration = o.Configuration.Add("WEBHOOK_SECRET", "as agreed"),
                },
            Hooks.Signed
        );
        using var http = new HttpClient();

        using var answer = await http.PostAsync(new Uri($"http://127.0.0.1:{port}/in"), new StringContent("{}"));

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        session.Deliveries.Should().ContainSingle();
        session.WebhookSecret.Should().Be("as agreed");
    }

    [Test]
    public async Task A_missing_secret_of_a_target_that_knows_its_receiver_is_one_clear_message() =>
        (await RefusalAsync(o => o with { ProviderStatesUrl = null, WebhookListen = "0" }))
            .Should()
            .StartWith(
                "The secret of the webhooks is missing, so X-Signature could not be checked: set WEBHOOK_SECRET"
            );

    [Test]
    public async Task A_taken_port_is_one_clear_message()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        (await RefusalAsync(o => o with { WebhookListen = $"127.0.0.1:{port}" }))
            .Should()
            .StartWith($"Deliveries cannot be listened for on 127.0.0.1:{port}:")
            .And.EndWith("Choose another address or port with --webhook-listen.");
    }

    [Test]
    public async Task An_address_that_is_none_is_one_clear_message() =>
        (await RefusalAsync(o => o with { WebhookListen = "everywhere" }))
            .Should()
            .StartWith("'everywhere' is no address to listen on for --webhook-listen; expected a port (9000)");

    [Test]
    public async Task A_target_elsewhere_that_cannot_reach_the_listener_is_one_clear_message() =>
        (
            await RefusalAsync(o =>
                o with
                {
                    BaseUrl = new("https://api.example.com"),
                    ProviderStatesUrl = null,
                    WebhookListen = "0",
                    Configuration = o.Configuration.Add("WEBHOOK_SECRET", "as agreed"),
                }
            )
        )
            .Should()
            .StartWith("The target at api.example.com cannot reach the listener for deliveries on 127.0.0.1:")
            .And.Contain("pass --webhook-url");

    private static async Task<IEnumerable<string>> LeftBehindAsync(Provider provider, string? remove)
    {
        await using var session = await Hooks.OpenAsync(
            provider.Url,
            Hooks.Case(),
            o => o with { Environment = With(Request("/hooks", remove)) }
        );
        return (await session.CleanUpAsync(default)).LeftBehind;
    }

    private static WebhookRegistration.Request Request(string path, string? remove = null) =>
        new()
        {
            Remove = remove is null ? null : new(remove.Split(' ')[0], Contract.At(remove.Split(' ')[1])),
            Method = "POST",
            Path = Contract.At(path),
            Body = JsonElement.Parse(
                """{"subscription":{"url":"{webhook_url}"},"secret":"{webhook_secret}","events":"{webhook_events}"}"""
            ),
            SecretField = Contract.At("subscription.secret"),
            Location = SourceLocation.None,
        };

    private static TargetEnvironment With(WebhookRegistration registration) =>
        Contract.Environment with
        {
            Webhooks = registration,
        };

    private static async Task<Obstacle?> ObstacleAsync(
        Provider provider,
        Func<ExecutionOptions, ExecutionOptions> change
    )
    {
        var contractCase = Hooks.Case();
        await using var session = await Hooks.OpenAsync(provider.Url, contractCase, change);
        return (await session.ExecuteAsync(contractCase, default)).Obstacle;
    }

    private static async Task<string> RefusalAsync(Func<ExecutionOptions, ExecutionOptions> change)
    {
        var opening = () => Hooks.OpenAsync(new("http://127.0.0.1:9"), Hooks.Case(), change, Hooks.Signed);
        return (await opening.Should().ThrowAsync<TargetConfigurationException>()).Which.Message;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
