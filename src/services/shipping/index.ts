export { exportShipments } from './export'
export { importTracking, MAX_TRACKING_BYTES } from './import-tracking'
export { downloadShipmentList, listShipmentLists } from './lists'
export { listPrizes, shippingTotals } from './prizes'
export { putBack } from './put-back'
export { returnParcel } from './return-parcel'
export {
  DownloadShipmentList,
  ExportShipments,
  ListPrizes,
  ListShipmentLists,
  PutBack,
  ReturnParcel,
  SetTracking,
  ShippingTotals,
} from './schemas'
export { setTracking } from './set-tracking'
