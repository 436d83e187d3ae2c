import { PointsRule, SplitWindows } from '@/schemas/redemption'
import * as alerts from '@/src/services/alerts'
import * as assets from '@/src/services/assets'
import * as campaigns from '@/src/services/campaigns'
import { GiveChances, giveChances, ReadChances, readLedger } from '@/src/services/chances'
import * as checkRules from '@/src/services/check-rules'
import * as decisions from '@/src/services/decisions'
import { ListDraws, listDraws, ReplayDraw, replayDraw } from '@/src/services/draws'
import * as grantBatches from '@/src/services/grant-batches'
import {
  ListGrants,
  listGrants,
  RevokeGrant,
  revokeGrant,
  ShowAddress,
  showAddress,
} from '@/src/services/grants'
import * as limits from '@/src/services/limits'
import { listTraits } from '@/src/services/members'
import * as outbox from '@/src/services/outbox'
import { overviewSummary } from '@/src/services/overview'
import * as presence from '@/src/services/page-presence'
import * as pagePreviews from '@/src/services/page-previews'
import * as pages from '@/src/services/pages'
import * as payouts from '@/src/services/payouts'
import * as products from '@/src/services/products'
import { ListReconciliations, listReconciliations } from '@/src/services/reconciliation'
import * as redemption from '@/src/services/redemption'
import * as rehearsals from '@/src/services/rehearsals'
import { RemindNow, remindNow } from '@/src/services/reminders'
import * as rewards from '@/src/services/rewards'
import * as risk from '@/src/services/risk'
import * as shipping from '@/src/services/shipping'
import { me } from '@/src/services/staff'
import * as submissions from '@/src/services/submissions'
import { ExportTaxes, exportTaxes } from '@/src/services/taxes'
import * as templates from '@/src/services/templates'
import * as tools from '@/src/services/tools'
import { staffKit } from '../trpc'

const { router, procedure } = staffKit

/** What the console asks and does. Adapters only: each line names a service verb and its schema. */
export const staffRouter = router({
  session: router({
    me: procedure.query(me),
  }),
  alerts: router({
    list: procedure.input(alerts.ListAlerts).query(alerts.listAlerts),
    countNew: procedure.query(alerts.countNewAlerts),
    see: procedure.input(alerts.SeeAlerts).mutation(alerts.seeAlerts),
  }),
  assets: router({
    list: procedure.input(assets.ListAssets).query(assets.listAssets),
    get: procedure.input(assets.GetAsset).query(assets.readAsset),
    rename: procedure.input(assets.RenameAsset).mutation(assets.renameAsset),
    move: procedure.input(assets.MoveAssets).mutation(assets.moveAssets),
    delete: procedure.input(assets.DeleteAsset).mutation(assets.deleteAsset),
    replace: procedure.input(assets.ReplaceAsset).mutation(assets.replaceAsset),
    crop: procedure.input(assets.CropAsset).mutation(assets.cropAsset),
    slice: procedure.input(assets.SliceAsset).mutation(assets.sliceAsset),
    folders: procedure.query(assets.listFolders),
    createFolder: procedure.input(assets.CreateFolder).mutation(assets.createFolder),
    renameFolder: procedure.input(assets.RenameFolder).mutation(assets.renameFolder),
    deleteFolder: procedure.input(assets.DeleteFolder).mutation(assets.deleteFolder),
  }),
  overview: router({
    summary: procedure.query(overviewSummary),
  }),
  pages: router({
    list: procedure.input(pages.ListPages).query(pages.listPages),
    get: procedure.input(pages.GetPage).query(pages.readPage),
    create: procedure.input(pages.CreatePage).mutation(pages.createPage),
    save: procedure.input(pages.SavePage).mutation(pages.savePage),
    publish: procedure.input(pages.PublishPage).mutation(pages.publishPage),
    checkSlug: procedure.input(pages.CheckSlug).query(pages.checkSlug),
    changeSlug: procedure.input(pages.ChangeSlug).mutation(pages.changeSlug),
    facts: procedure.input(pages.PageFacts).query(pages.pageFacts),
    reachLinks: procedure.input(pages.ReachLinks).mutation(pages.reachLinks),
    versions: procedure.input(pages.ListVersions).query(pages.listVersions),
    version: procedure.input(pages.GetVersion).query(pages.readVersion),
    nameVersion: procedure.input(pages.NameVersion).mutation(pages.nameVersion),
    previewLink: procedure.input(pagePreviews.CreatePreviewLink).mutation(pagePreviews.createPreviewLink),
    bePresent: procedure.input(presence.BeOnPage).mutation(presence.beOnPage),
    leave: procedure.input(presence.LeavePage).mutation(presence.leavePage),
  }),
  checkRules: router({
    list: procedure.query(checkRules.listCheckRules),
    save: procedure.input(checkRules.SaveCheckRule).mutation(checkRules.saveCheckRule),
    reset: procedure.input(checkRules.ResetCheckRule).mutation(checkRules.resetCheckRule),
  }),
  templates: router({
    builtIn: procedure.query(templates.listBuiltIn),
    list: procedure.input(templates.ListTemplates).query(templates.listTemplates),
    show: procedure.input(templates.ShowTemplate).query(templates.showTemplate),
    save: procedure.input(templates.SaveTemplate).mutation(templates.saveTemplate),
    rename: procedure.input(templates.RenameTemplate).mutation(templates.renameTemplate),
    delete: procedure.input(templates.DeleteTemplate).mutation(templates.deleteTemplate),
    use: procedure.input(templates.UseTemplate).mutation(templates.createPageFromTemplate),
    usePlay: procedure.input(templates.UsePlay).mutation(templates.createPlayFromTemplate),
  }),
  campaigns: router({
    list: procedure.input(campaigns.ListCampaigns).query(campaigns.listCampaigns),
    get: procedure.input(campaigns.GetCampaign).query(campaigns.readCampaign),
    create: procedure.input(campaigns.CreateCampaign).mutation(campaigns.createCampaign),
    update: procedure.input(campaigns.UpdateCampaign).mutation(campaigns.updateCampaign),
    extendCollecting: procedure.input(campaigns.ExtendCollecting).mutation(campaigns.extendCollecting),
    transition: procedure.input(campaigns.TransitionCampaign).mutation(campaigns.transitionCampaign),
    topUp: procedure.input(campaigns.TopUpCampaign).mutation(campaigns.topUpCampaign),
  }),
  rehearsals: router({
    read: procedure.input(rehearsals.ReadRehearsal).query(rehearsals.readRehearsal),
    start: procedure.input(rehearsals.StartRehearsal).mutation(rehearsals.startRehearsal),
    restart: procedure.input(rehearsals.RestartRehearsal).mutation(rehearsals.restartRehearsal),
    clear: procedure.input(rehearsals.ClearRehearsal).mutation(rehearsals.clearRehearsal),
    lookUp: procedure.input(rehearsals.LookUpTester).query(rehearsals.lookUpTester),
  }),
  rewards: router({
    list: procedure.input(rewards.ListRewards).query(rewards.listRewards),
    create: procedure.input(rewards.CreateReward).mutation(rewards.createReward),
    update: procedure.input(rewards.UpdateReward).mutation(rewards.updateReward),
  }),
  tools: router({
    list: procedure.input(tools.ListTools).query(tools.listTools),
    get: procedure.input(tools.GetTool).query(tools.readTool),
    create: procedure.input(tools.CreateTool).mutation(tools.createTool),
    update: procedure.input(tools.UpdateTool).mutation(tools.updateTool),
    preview: procedure.input(tools.PreviewTools).query(tools.previewTools),
    try: procedure.input(tools.TryTools).mutation(tools.tryTools),
  }),
  chances: router({
    read: procedure.input(ReadChances).query(readLedger),
    give: procedure.input(GiveChances).mutation(giveChances),
  }),
  orders: router({
    refusals: procedure.input(redemption.ListOrderRefusals).query(redemption.listOrderRefusals),
    splitWindows: procedure.query(redemption.readSplitWindows),
    setSplitWindows: procedure.input(SplitWindows).mutation(redemption.setSplitWindows),
    pointsRule: procedure.query(redemption.getPointsRule),
    setPointsRule: procedure.input(PointsRule).mutation(redemption.setPointsRule),
  }),
  taxes: router({
    export: procedure.input(ExportTaxes).mutation(exportTaxes),
  }),
  draws: router({
    list: procedure.input(ListDraws).query(listDraws),
    replay: procedure.input(ReplayDraw).query(replayDraw),
  }),
  decisions: router({
    members: procedure.input(decisions.FindMembers).query(decisions.findMembers),
    lookUp: procedure.input(decisions.LookUpDecisions).query(decisions.lookUpDecisions),
  }),
  limits: router({
    read: procedure.input(limits.ReadParticipation).query(limits.readParticipation),
    set: procedure.input(limits.SetParticipationLimit).mutation(limits.setParticipationLimit),
    saveGroup: procedure.input(limits.SaveExclusivityGroup).mutation(limits.saveExclusivityGroup),
    deleteGroup: procedure.input(limits.DeleteExclusivityGroup).mutation(limits.deleteExclusivityGroup),
  }),
  risk: router({
    rules: procedure.query(risk.listRiskRules),
    saveRule: procedure.input(risk.SaveRiskRule).mutation(risk.saveRiskRule),
    switchRule: procedure.input(risk.SwitchRiskRule).mutation(risk.switchRiskRule),
    entries: procedure.input(risk.ListRiskEntries).query(risk.listRiskEntries),
    importList: procedure.input(risk.ImportRiskList).mutation(risk.importRiskList),
    removeEntry: procedure.input(risk.RemoveRiskEntry).mutation(risk.removeRiskEntry),
  }),
  products: router({
    list: procedure.input(products.ListProducts).query(products.listProducts),
    get: procedure.input(products.GetProduct).query(products.readProduct),
    groups: procedure.query(products.listProductGroups),
  }),
  payouts: router({
    list: procedure.input(payouts.ListPayouts).query(payouts.listPayouts),
    totals: procedure.query(payouts.payoutTotals),
    batches: procedure.input(payouts.ListBatches).query(payouts.listBatches),
    makeBatch: procedure.mutation(payouts.makeBatch),
    download: procedure.input(payouts.DownloadBatch).mutation(payouts.downloadBatch),
    retry: procedure.input(payouts.RetryPayout).mutation(payouts.retryPayout),
    giveBack: procedure.input(payouts.ReturnPayout).mutation(payouts.returnPayout),
  }),
  submissions: router({
    list: procedure.input(submissions.ListSubmissions).query(submissions.listSubmissions),
    count: procedure.input(submissions.CountSubmissions).query(submissions.countSubmissions),
    show: procedure.input(submissions.ShowSubmission).mutation(submissions.showSubmission),
    export: procedure.input(submissions.ExportSubmissions).mutation(submissions.exportSubmissions),
    erase: procedure.input(submissions.EraseSubmission).mutation(submissions.eraseSubmission),
  }),
  shipping: router({
    list: procedure.input(shipping.ListPrizes).query(shipping.listPrizes),
    totals: procedure.input(shipping.ShippingTotals).query(shipping.shippingTotals),
    lists: procedure.input(shipping.ListShipmentLists).query(shipping.listShipmentLists),
    export: procedure.input(shipping.ExportShipments).mutation(shipping.exportShipments),
    download: procedure.input(shipping.DownloadShipmentList).mutation(shipping.downloadShipmentList),
    setTracking: procedure.input(shipping.SetTracking).mutation(shipping.setTracking),
    returned: procedure.input(shipping.ReturnParcel).mutation(shipping.returnParcel),
    putBack: procedure.input(shipping.PutBack).mutation(shipping.putBack),
    remind: procedure.input(RemindNow).mutation(remindNow),
  }),
  deadLetters: router({
    list: procedure.input(outbox.ListDeadLetters).query(outbox.listDeadLetters),
    resend: procedure.input(outbox.ResendDeadLetter).mutation(outbox.resendDeadLetter),
    resendAll: procedure.input(outbox.ResendDeadLetters).mutation(outbox.resendDeadLetters),
  }),
  reconciliation: router({
    list: procedure.input(ListReconciliations).query(listReconciliations),
  }),
  grants: router({
    list: procedure.input(ListGrants).query(listGrants),
    // Changes nothing but the record of who looked.
    showAddress: procedure.input(ShowAddress).mutation(showAddress),
    revoke: procedure.input(RevokeGrant).mutation(revokeGrant),
  }),
  members: router({
    traits: procedure.query(listTraits),
  }),
  grantBatches: router({
    list: procedure.input(grantBatches.ListGrantBatches).query(grantBatches.listGrantBatches),
    get: procedure.input(grantBatches.GetGrantBatch).query(grantBatches.readGrantBatch),
    rows: procedure.input(grantBatches.ListGrantBatchRows).query(grantBatches.listGrantBatchRows),
    preview: procedure.input(grantBatches.GetGrantBatch).query(grantBatches.previewGrantBatch),
    create: procedure.input(grantBatches.CreateGrantBatch).mutation(grantBatches.createGrantBatch),
    update: procedure.input(grantBatches.UpdateGrantBatch).mutation(grantBatches.updateGrantBatch),
    chooseByRule: procedure.input(grantBatches.ChooseByRule).mutation(grantBatches.chooseByRule),
    chooseByHand: procedure.input(grantBatches.ChooseByHand).mutation(grantBatches.chooseByHand),
    submit: procedure.input(grantBatches.SubmitGrantBatch).mutation(grantBatches.submitGrantBatch),
    confirm: procedure.input(grantBatches.SubmitGrantBatch).mutation(grantBatches.confirmGrantBatch),
    reject: procedure.input(grantBatches.RejectGrantBatch).mutation(grantBatches.rejectGrantBatch),
    withdraw: procedure.input(grantBatches.GetGrantBatch).mutation(grantBatches.withdrawGrantBatch),
    discard: procedure.input(grantBatches.GetGrantBatch).mutation(grantBatches.discardGrantBatch),
    steer: procedure.input(grantBatches.SteerGrantBatch).mutation(grantBatches.steerGrantBatch),
    takeBack: procedure.input(grantBatches.TakeBackGrantBatch).mutation(grantBatches.takeBackGrantBatch),
  }),
})

export type StaffRouter = typeof staffRouter
