using System.Collections.Immutable;
using System.Text;
using Conformance.Execution;
using Conformance.Execution.Recording;
using Conformance.Scenarios.Cases;
using Conformance.Specification.Model;
using FluentAssertions;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace Conformance.Tests.Execution;

public sealed class AuthenticationTests
{
    private static readonly CaseStep.Send Listing = Contract.Send("list", Contract.Get(Contract.List));

    [Test]
    public async Task One_token_serves_all_cases_and_its_request_is_recorded_where_it_was_made()
    {
        var target = new OAuthTarget();
        await using var server = await LoopbackServer.StartAsync(target.AnswerAsync);
        await using var session = Open(server);

        var records = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => session.ExecuteAsync(Contract.Case(Listing), default))
        );

        server.To("/oauth/token").Should().ContainSingle();
        var exchanges = records.SelectMany(r => r.Exchanges).ToList();
        exchanges.Where(e => e.Purpose == ExchangePurpose.Token).Should().ContainSingle();
        exchanges.Where(e => e.Purpose == ExchangePurpose.Step).Should().OnlyContain(e => e.Response!.Status == 200);
        exchanges
            .Where(e => e.Purpose == ExchangePurpose.Step)
            .Select(e => e.CredentialMark)
            .Distinct()
            .Should()
            .ContainSingle();
    }

    [Test]
    public async Task The_token_request_is_the_declared_form_and_its_secret_is_masked_in_the_record()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(server);

        var record = await session.ExecuteAsync(Contract.Case(Listing), default);

        var sent = server.To("/oauth/token").Single();
        sent.Text.Should()
            .Be("grant_type=client_credentials&client_id=client-1&client_secret=s3cr3t%2F%2B+value&scope=read+write");
        sent.Headers["Content-Type"].Should().Be("application/x-www-form-urlencoded");
        var token = record.Exchanges[0];
        Encoding.UTF8.GetString(token.Request.Body.Span).Should().Contain("client_secret=***&");
        var step = record.Exchanges[1];
        step.Request.Headers.Should().Contain(new KeyValuePair<string, string>("Authorization", "Bearer ***"));
        session.Mask("the token is token-1.").Should().Be("the token is ***.");
        // Checks judge token responses, so responses keep their bytes; reports mask them.
        Encoding.UTF8.GetString(token.Response!.Body.Span).Should().Contain("token-1");
    }

    [Test]
    public async Task Basic_client_authentication_form_encodes_id_and_secret_first()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        var basic = Contract.OAuth2 with
        {
            TokenEndpoint = Contract.OAuth2.TokenEndpoint! with { ClientAuthentication = "basic" },
        };
        await using var session = Open(server, basic);

        var record = await session.ExecuteAsync(Contract.Case(Listing), default);

        var sent = server.To("/oauth/token").Single();
        var pair = Encoding.ASCII.GetString(Convert.FromBase64String(sent.Headers["Authorization"]["Basic ".Length..]));
        pair.Should().Be("client-1:s3cr3t%2F%2B+value");
        sent.Text.Should().Be("grant_type=client_credentials&scope=read+write");
        record
            .Exchanges[0]
            .Request.Headers.Should()
            .Contain(new KeyValuePair<string, string>("Authorization", "Basic ***"));
    }

    [Test]
    public async Task Missing_configuration_names_the_variables_and_sends_nothing()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(
            server,
            change: o => o with { Configuration = ImmutableDictionary<string, string>.Empty }
        );

        var record = await session.ExecuteAsync(Contract.Case(Listing), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.NoCredential);
        record.Obstacle.Reason.Should().Contain("CLIENT_ID and CLIENT_SECRET are not set");
        server.Arrivals.Should().BeEmpty();
    }

    [Test]
    public async Task A_refused_client_is_not_asked_for_again_in_the_same_run()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 401;
            return context.Response.WriteAsync("""{"error":"invalid_client"}""");
        });
        await using var session = Open(server);

        var first = await session.ExecuteAsync(Contract.Case(Listing), default);
        var second = await session.ExecuteAsync(Contract.Case(Listing), default);

        first.Obstacle!.Kind.Should().Be(ObstacleKind.NoCredential);
        first.Obstacle.Reason.Should().Contain("401").And.Contain("invalid_client");
        second.Obstacle!.Reason.Should().Be(first.Obstacle.Reason);
        server.Arrivals.Should().ContainSingle();
    }

    [Test]
    public async Task A_token_endpoint_that_serves_HTML_is_said_in_words()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html>log in</html>");
        });
        await using var session = Open(server);

        var record = await session.ExecuteAsync(Contract.Case(Listing), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.NoCredential);
        record.Obstacle.Reason.Should().Contain("HTML").And.Contain("--token-url");
    }

    [Test]
    public async Task A_failing_token_endpoint_is_asked_again_as_often_as_declared()
    {
        var answers = 0;
        var target = new OAuthTarget();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            if (context.Request.Path == "/oauth/token" && ++answers <= 2)
            {
                context.Response.StatusCode = 503;
                return Task.CompletedTask;
            }

            return target.AnswerAsync(context);
        });
        await using var session = Open(server);

        var record = await session.ExecuteAsync(Contract.Case(Listing), default);

        record.Obstacle.Should().BeNull();
        record
            .Exchanges.Select(e => e.Purpose)
            .Should()
            .Equal(ExchangePurpose.Token, ExchangePurpose.Token, ExchangePurpose.Token, ExchangePurpose.Step);
    }

    [Test]
    public async Task A_token_endpoint_that_stays_down_is_an_obstacle_that_names_the_attempts()
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        await using var session = Open(server);

        var record = await session.ExecuteAsync(Contract.Case(Listing), default);

        record.Obstacle!.Kind.Should().Be(ObstacleKind.TargetUnreachable);
        record.Obstacle.Reason.Should().Contain("503 3 times in a row");
    }

    [Test]
    public async Task A_refused_token_is_renewed_and_the_request_repeated_once()
    {
        var target = new OAuthTarget { Revoked = { "token-1" } };
        await using var server = await LoopbackServer.StartAsync(target.AnswerAsync);
        await using var session = Open(server);

        var record = await session.ExecuteAsync(Contract.Case(Listing), default);

        record
            .Exchanges.Select(e => (e.Purpose, e.Response!.Status))
            .Should()
            .Equal(
                (ExchangePurpose.Token, 200),
                (ExchangePurpose.Step, 401),
                (ExchangePurpose.Token, 200),
                (ExchangePurpose.Step, 200)
            );
        record.Exchanges[1].CredentialMark.Should().NotBe(record.Exchanges[3].CredentialMark);
        record.Notes.Should().ContainSingle(n => n.Contains("401"));
    }

    [Test]
    public async Task A_case_about_authentication_sees_the_refusal_as_it_is_unless_its_token_is_its_own()
    {
        var target = new OAuthTarget { Revoked = { "token-1", "token-2" } };
        await using var server = await LoopbackServer.StartAsync(target.AnswerAsync);
        await using var session = Open(server);
        var own = Listing with { Request = Listing.Request with { Credential = new CredentialUse.OwnToken() } };

        var shared = await session.ExecuteAsync(
            Contract.Case(Listing) with
            {
                Kind = ScenarioKind.AuthRefresh,
            },
            default
        );
        var renewed = await session.ExecuteAsync(Contract.Case(own) with { Kind = ScenarioKind.AuthRefresh }, default);

        shared.Exchanges.Select(e => e.Response!.Status).Should().Equal(200, 401);
        renewed.Exchanges.Select(e => e.Response!.Status).Should().Equal(200, 401, 200, 200);
    }

    [Test]
    public async Task A_target_that_refuses_every_token_is_not_asked_for_a_new_one_by_every_case()
    {
        var target = new OAuthTarget { Api = Refuse };
        await using var server = await LoopbackServer.StartAsync(target.AnswerAsync);
        await using var session = Open(server);

        for (var i = 0; i < 10; i++)
        {
            await session.ExecuteAsync(Contract.Case(Listing), default);
        }

        server.To("/oauth/token").Should().HaveCount(4);
    }

    [Test]
    public async Task Every_way_to_use_a_credential_goes_out_as_it_says()
    {
        var target = new OAuthTarget();
        await using var server = await LoopbackServer.StartAsync(target.AnswerAsync);
        await using var session = Open(server);
        var list = Contract.Get(Contract.List);
        var steps = new (string Name, CredentialUse Use)[]
        {
            ("managed", new CredentialUse.Managed()),
            ("anonymous", new CredentialUse.Anonymous()),
            ("literal", new CredentialUse.Literal("nonsense")),
            ("tampered", new CredentialUse.Tampered(CredentialChange.LastCharacter)),
            ("scheme", new CredentialUse.OtherScheme("bearer")),
            ("query", new CredentialUse.InQuery(["access_token", "token"])),
            ("narrow", new CredentialUse.WithScopes(["read"])),
            ("bare", new CredentialUse.WithScopes([])),
            ("alone", new CredentialUse.WholeHeader("Bearer")),
            ("no scheme", new CredentialUse.OtherScheme("")),
            ("elsewhere", new CredentialUse.OtherHeader("X-Token", "Key")),
            ("two", new CredentialUse.Accompanied("other")),
        };

        var record = await session.ExecuteAsync(
            Contract.Case([.. steps.Select(s => Contract.Send(s.Name, list with { Credential = s.Use }, 200, 401))]),
            default
        );

        var sent = server.To("/things").ToList();
        sent[0].Headers["Authorization"].Should().Be("Bearer token-1");
        sent[1].Headers.Should().NotContainKey("Authorization");
        sent[2].Headers["Authorization"].Should().Be("Bearer nonsense");
        sent[3].Headers["Authorization"].Should().StartWith("Bearer token-").And.NotBe("Bearer token-1");
        sent[4].Headers["Authorization"].Should().Be("bearer token-1");
        sent[5].Headers.Should().NotContainKey("Authorization");
        sent[5].Target.Should().Be("/things?access_token=token-1&token=token-1");
        sent[6].Headers["Authorization"].Should().Be("Bearer token-2");
        sent[7].Headers["Authorization"].Should().Be("Bearer token-3");
        sent[8].Headers["Authorization"].Should().Be("Bearer");
        sent[9].Headers["Authorization"].Should().Be("token-1");
        sent[10].Headers.Should().NotContainKey("Authorization");
        sent[10].Headers["X-Token"].Should().Be("Key token-1");
        sent[11].Headers["Authorization"].Should().Be("Bearer token-1, Bearer other");
        var tokens = server.To("/oauth/token").Select(a => a.Text).ToList();
        tokens[1].Should().EndWith("&scope=read");
        tokens[2].Should().NotContain("scope");
        record
            .Exchanges.Single(e => e.Step == "query")
            .Request.Url.OriginalString.Should()
            .EndWith("/things?access_token=***&token=***");
        record.Exchanges.Single(e => e.Step == "tampered").Request.Headers.Single().Value.Should().Be("Bearer ***");
        record.Exchanges.Single(e => e.Step == "literal").Request.Headers.Single().Value.Should().Be("Bearer nonsense");
        record.Exchanges.Single(e => e.Step == "anonymous").CredentialMark.Should().BeNull();
    }

    [Test]
    public async Task A_captured_token_is_used_as_it_is_and_masked()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(server);
        var fetch = new CaseStep.Send(
            "token",
            new RequestTemplate
            {
                Target = RequestTarget.TokenEndpoint,
                Method = "POST",
                Path = "",
                Body = new BodyTemplate.Form([new("client_secret", new ValueSource.Configured("CLIENT_SECRET"))]),
                Credential = new CredentialUse.Anonymous(),
            }
        )
        {
            Captures = [new("it", "access_token")],
        };
        var use = Contract.Get(Contract.List) with { Credential = new CredentialUse.CapturedToken("it") };

        var record = await session.ExecuteAsync(Contract.Case(fetch, Contract.Send("use", use)), default);

        record.Exchanges.Select(e => e.Purpose).Should().OnlyContain(p => p == ExchangePurpose.Step);
        server.To("/things").Single().Headers["Authorization"].Should().Be("Bearer token-1");
        record.Exchanges[1].Request.Headers.Single().Value.Should().Be("Bearer ***");
    }

    [Test]
    public async Task An_own_token_is_shared_with_no_other_case_and_can_be_forgotten()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(server);
        var own = Contract.Get(Contract.List) with { Credential = new CredentialUse.OwnToken() };
        var steps = new CaseStep[]
        {
            Contract.Send("one", own),
            Contract.Send("two", own),
            new CaseStep.ForgetToken("forget"),
            Contract.Send("three", own),
        };

        await session.ExecuteAsync(Contract.Case(steps), default);
        await session.ExecuteAsync(Contract.Case(steps[0]), default);

        server
            .To("/things")
            .Select(a => a.Headers["Authorization"])
            .Should()
            .Equal("Bearer token-1", "Bearer token-1", "Bearer token-2", "Bearer token-3");
    }

    [Test]
    public async Task A_token_is_renewed_before_it_expires_by_the_targets_clock()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget().AnswerAsync);
        await using var session = Open(server, change: o => o with { TestClockUrl = "/clock" });
        var steps = new CaseStep[]
        {
            Contract.Send("first", Contract.Get(Contract.List)),
            new CaseStep.PassTime("almost", new TimeSource.UntilTokenExpiry("first", TimeSpan.FromSeconds(-310))),
            Contract.Send("same", Contract.Get(Contract.List)),
            new CaseStep.PassTime("threshold", new TimeSource.UntilTokenExpiry("first", TimeSpan.FromSeconds(-290))),
            Contract.Send("renewed", Contract.Get(Contract.List)),
        };

        var record = await session.ExecuteAsync(Contract.Case(steps), default);

        record.Obstacle.Should().BeNull();
        server
            .To("/things")
            .Select(a => a.Headers["Authorization"])
            .Should()
            .Equal("Bearer token-1", "Bearer token-1", "Bearer token-2");
        server.To("/clock").Should().HaveCount(2);
    }

    [Test]
    public async Task A_token_that_lives_no_longer_than_the_threshold_is_still_reused()
    {
        await using var server = await LoopbackServer.StartAsync(new OAuthTarget { Lifetime = 60 }.AnswerAsync);
        await using var session = Open(server);

        await session.ExecuteAsync(Contract.Case(Listing, Listing with { Name = "again" }), default);

        server.To("/oauth/token").Should().ContainSingle();
    }

    [Test]
    public async Task An_API_key_travels_in_its_header_or_its_query()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var header = new Authentication
        {
            Type = Contract.At(AuthenticationType.ApiKey),
            HeaderName = Contract.At("X-API-Key"),
            HeaderTemplate = Contract.At("{THE_KEY}"),
            Location = SourceLocation.None,
        };
        var query = header with { HeaderName = null, QueryParameter = Contract.At("key") };
        foreach (var authentication in new[] { header, query })
        {
            await using var session = Open(
                server,
                authentication,
                o => o with { Configuration = Contract.Client.Add("THE_KEY", "k/1+") }
            );
            var record = await session.ExecuteAsync(Contract.Case(Listing), default);
            record.Exchanges.Single().Request.Url.AbsoluteUri.Should().NotContain("k%2F1");
        }

        server.Arrivals.First().Headers["X-API-Key"].Should().Be("k/1+");
        server.Arrivals.Last().Target.Should().Be("/things?key=k%2F1%2B");
        await using var unset = Open(server, header);
        (await unset.ExecuteAsync(Contract.Case(Listing), default))
            .Obstacle!.Reason.Should()
            .Contain("THE_KEY is not set");
    }

    [Test]
    public async Task A_pre_issued_token_is_used_until_its_own_expiry()
    {
        await using var server = await LoopbackServer.StartAsync(_ => Task.CompletedTask);
        var bearer = new Authentication
        {
            Type = Contract.At(AuthenticationType.BearerToken),
            HeaderName = Contract.At("Authorization"),
            HeaderTemplate = Contract.At("Bearer {access_token}"),
            Location = SourceLocation.None,
        };
        foreach (var token in new[] { Jwt(exp: 4_000_000_000), Jwt(exp: 1_000_000_000), "opaque-token" })
        {
            await using var session = Open(
                server,
                bearer,
                o => o with { Configuration = Contract.Client.Add("ACCESS_TOKEN", token) }
            );
            var record = await session.ExecuteAsync(Contract.Case(Listing), default);
            (record.Obstacle?.Reason ?? "used")
                .Should()
                .Match(token == Jwt(1_000_000_000) ? "*ACCESS_TOKEN expired at 2001-09-09*" : "used");
        }

        server.Arrivals.Should().HaveCount(2);
    }

    private static Task Refuse(HttpContext context)
    {
        context.Response.StatusCode = 401;
        return Task.CompletedTask;
    }

    private static string Jwt(long exp) =>
        $"{System.Buffers.Text.Base64Url.EncodeToString("{}"u8)}."
        + System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"exp":{{exp}}}"""))
        + ".c2ln";

    private static TargetSession Open(
        LoopbackServer server,
        Authentication? authentication = null,
        Func<ExecutionOptions, ExecutionOptions>? change = null
    ) =>
        TargetSession.Open(
            Contract.With(authentication ?? Contract.OAuth2),
            (change ?? (o => o))(Contract.Options(server.Url)),
            TimeProvider.System
        );
}
